import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { LowerCase } from '../common/lower-case.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { PlanAcknowledgementsService } from './acknowledgements.service.js';
import { AcknowledgePlan, MakePlan } from './plans.dto.js';
import { PlansService } from './plans.service.js';
import { type PlanProposalView, type PlansPage, type PlanView, planVersionView } from './plans.view.js';

@Controller()
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly acknowledgements: PlanAcknowledgementsService,
  ) {}

  /** A plan to begin with: the document's methods with the advice there is, its contexts, the lead for the whole. */
  @Get('assessments/:assessmentId/plan/proposal')
  async proposal(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<PlanProposalView> {
    const { content, basedOnVersion, privacyNotice } = await this.plans.propose(actor, assessmentId);
    return { ...content, basedOnVersion, privacyNotice };
  }

  /** Make the next version of the plan, upon the latest. To send the same again under one id is harmless. */
  @Post('assessments/:assessmentId/plans')
  async make(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: MakePlan,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanView> {
    const { id, created } = await this.plans.make(actor, assessmentId, input);
    response.status(created ? 201 : 200);
    return this.find(actor, id);
  }

  /** All versions, the newest first, each with its acknowledgements. */
  @Get('assessments/:assessmentId/plans')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: PageQuery,
  ): Promise<PlansPage> {
    const { page, people } = await this.plans.list(actor, assessmentId, query);
    return { ...page, items: page.items.map(planVersionView), people };
  }

  @Get('plans/:id')
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe, LowerCase) id: string): Promise<PlanView> {
    const { whole, people } = await this.plans.find(actor, id);
    return { ...planVersionView(whole), people };
  }

  /** Acknowledge the plan that holds, and its privacy notice, as I was shown them. Only the candidate does. */
  @Post('plans/:id/acknowledgement')
  @HttpCode(200)
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() { contentSha256 }: AcknowledgePlan,
  ): Promise<PlanView> {
    await this.acknowledgements.acknowledge(actor, id, contentSha256);
    return this.find(actor, id);
  }
}
