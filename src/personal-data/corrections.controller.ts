import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { CorrectPerson, RequestCorrection } from './corrections.dto.js';
import { CorrectionsService } from './corrections.service.js';
import { type CorrectionsPage, type CorrectionView, correctionView } from './corrections.view.js';

@Controller()
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  /** Correct a person's name or address. What it was, and why, is kept; documents that were issued stay as they are. */
  @Patch('training-bodies/:bodyId/people/:userId')
  async correct(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() input: CorrectPerson,
  ): Promise<CorrectionView[]> {
    return (await this.corrections.correct(actor, bodyId, userId, input)).map(correctionView);
  }

  @Get('training-bodies/:bodyId/people/:userId/corrections')
  async list(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Query() query: PageQuery,
  ): Promise<CorrectionsPage> {
    const page = await this.corrections.list(actor, bodyId, userId, query);
    return { ...page, items: page.items.map(correctionView) };
  }

  /** Ask those who run my training bodies to correct what is kept about me. */
  @Post('me/correction-requests')
  @HttpCode(204)
  async request(@CurrentActor() actor: Actor, @Body() input: RequestCorrection): Promise<void> {
    await this.corrections.request(actor, input);
  }
}
