import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { type AssessmentDetailView, detailView } from '../assessments/assessments.view.js';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { MoveToVersion, Reassess, TransitionQuery } from './reassessments.dto.js';
import { ReassessmentsService } from './reassessments.service.js';
import { type TransitionView, transitionView } from './reassessments.view.js';
import { TransitionsService } from './transitions.service.js';

@Controller('assessments/:id')
export class ReassessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly reassessments: ReassessmentsService,
    private readonly transitions: TransitionsService,
  ) {}

  /** Open the next attempt (補評), with the claims that come along to be judged again. Answers the new assessment. */
  @Post('reassessment')
  async reassess(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: Reassess,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentDetailView> {
    return this.answer(actor, response, await this.reassessments.reassess(actor, id, input));
  }

  /** What the evidence still covers in a newer version of the document. */
  @Get('transition')
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { documentId }: TransitionQuery,
  ): Promise<TransitionView> {
    return transitionView(await this.transitions.propose(actor, id, documentId));
  }

  /** Go on under a newer version, with what was confirmed. Answers the new assessment. */
  @Post('transition')
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: MoveToVersion,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentDetailView> {
    return this.answer(actor, response, await this.transitions.move(actor, id, input));
  }

  private async answer(
    actor: Actor,
    response: Response,
    { id, created }: { id: string; created: boolean },
  ): Promise<AssessmentDetailView> {
    response.status(created ? 201 : 200);
    return detailView(await this.assessments.find(actor, id));
  }
}
