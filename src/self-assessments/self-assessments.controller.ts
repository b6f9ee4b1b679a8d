import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { RateTargets } from './self-assessments.dto.js';
import { SelfAssessmentsService } from './self-assessments.service.js';
import { type SelfAssessmentsPage, type SelfAssessmentView, selfAssessmentView } from './self-assessments.view.js';

@Controller('assessments/:assessmentId/self-assessments')
export class SelfAssessmentsController {
  constructor(private readonly selfAssessments: SelfAssessmentsService) {}

  /** Say how far I see myself on some targets. It stands beside the assessor's judgement and never counts for it. */
  @Post()
  @HttpCode(200)
  async state(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: RateTargets,
  ): Promise<SelfAssessmentView[]> {
    return (await this.selfAssessments.state(actor, assessmentId, input.ratings)).map(selfAssessmentView);
  }

  /** The candidate's latest word on each target. */
  @Get()
  async latest(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<SelfAssessmentView[]> {
    return (await this.selfAssessments.latest(actor, assessmentId)).map(selfAssessmentView);
  }

  /** Everything the candidate said of themselves, oldest first. */
  @Get('history')
  async history(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: PageQuery,
  ): Promise<SelfAssessmentsPage> {
    const page = await this.selfAssessments.history(actor, assessmentId, query);
    return { ...page, items: page.items.map(selfAssessmentView) };
  }
}
