import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { JudgeBlind } from './blind.dto.js';
import { BlindService } from './blind.service.js';
import { type BlindClaimsPage, type BlindJudgementView, blindJudgementView } from './blind.view.js';

@Controller()
export class BlindController {
  constructor(private readonly blind: BlindService) {}

  /** What I am to judge without knowing the assessors' judgements. */
  @Get('assessments/:assessmentId/blind-claims')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: PageQuery,
  ): Promise<BlindClaimsPage> {
    return this.blind.list(actor, assessmentId, query);
  }

  /** Judge claims blind, up to 200 at once, all or none, each once and for good. */
  @Post('assessments/:assessmentId/blind-judgements')
  async judge(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() { judgements }: JudgeBlind,
  ): Promise<BlindJudgementView[]> {
    return (await this.blind.judge(actor, assessmentId, judgements)).map(blindJudgementView);
  }
}
