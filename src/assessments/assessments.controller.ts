import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { etagOf } from '../common/etag.js';
import { CurrentActor } from '../common/request.js';
import {
  AssessmentsQuery,
  AssignPerson,
  DeclareInterest,
  EnrolCandidate,
  WithdrawAssessment,
} from './assessments.dto.js';
import { AssessmentsService } from './assessments.service.js';
import {
  type AssessmentsPage,
  type AssessmentDetailView,
  type InterestDeclarationView,
  assessmentView,
  detailView,
  interestView,
} from './assessments.view.js';
import { WithdrawalsService } from './withdrawals.service.js';

@Controller()
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly withdrawals: WithdrawalsService,
  ) {}

  /** Enrol a candidate to a document version: a new assessment. */
  @Post('training-bodies/:bodyId/assessments')
  async enrol(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: EnrolCandidate,
  ): Promise<AssessmentDetailView> {
    return detailView(await this.assessments.enrol(actor, bodyId, input));
  }

  /** The assessments I may see, newest first. */
  @Get('assessments')
  async list(@CurrentActor() actor: Actor, @Query() query: AssessmentsQuery): Promise<AssessmentsPage> {
    const page = await this.assessments.list(actor, query);
    return { ...page, items: page.items.map(assessmentView) };
  }

  @Get('assessments/:id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentDetailView> {
    const detail = await this.assessments.find(actor, id);
    response.setHeader('ETag', etagOf(detail.assessment.revision));
    return detailView(detail);
  }

  @Post('assessments/:id/assignments')
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: AssignPerson,
  ): Promise<AssessmentDetailView> {
    await this.assessments.assign(actor, id, input);
    return detailView(await this.assessments.find(actor, id));
  }

  @Post('assessments/:id/assignments/:assignmentId/ending')
  @HttpCode(204)
  async endAssignment(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('assignmentId', ParseUUIDPipe) assignmentId: string,
  ): Promise<void> {
    await this.assessments.endAssignment(actor, id, assignmentId);
  }

  /** Leave without a verdict: not assessed. What was handed in stays, and another enrolment is a new attempt. */
  @Post('assessments/:id/withdrawal')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: WithdrawAssessment,
  ): Promise<AssessmentDetailView> {
    await this.withdrawals.withdraw(actor, id, reason);
    return detailView(await this.assessments.find(actor, id));
  }

  /** Declare my interests in this assessment, before I judge anything in it. */
  @Post('assessments/:id/interest-declarations')
  async declareInterest(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: DeclareInterest,
  ): Promise<InterestDeclarationView> {
    return interestView(await this.assessments.declareInterest(actor, id, input));
  }
}
