import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { JudgeClaims, JudgementsQuery } from './judgements.dto.js';
import { JudgementsService } from './judgements.service.js';
import { type JudgementsPage, type JudgementView, judgementView } from './judgements.view.js';

@Controller()
export class JudgementsController {
  constructor(private readonly judgements: JudgementsService) {}

  /** Answer claims, up to 200 at once, all or none. */
  @Post('assessments/:assessmentId/judgements')
  async judge(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: JudgeClaims,
  ): Promise<JudgementView[]> {
    return (await this.judgements.judge(actor, assessmentId, input.judgements)).map(judgementView);
  }

  /** The history of an assessment's judgements, or of one claim's, oldest first. */
  @Get('assessments/:assessmentId/judgements')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: JudgementsQuery,
  ): Promise<JudgementsPage> {
    const page = await this.judgements.list(actor, assessmentId, query);
    return { ...page, items: page.items.map(judgementView) };
  }

  @Get('claims/:id/judgements')
  async history(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<JudgementView[]> {
    return (await this.judgements.history(actor, id)).map(judgementView);
  }
}
