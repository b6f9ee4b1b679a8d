import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { SampleAssignmentsService } from './sample-assignments.service.js';
import { AssignVerifier, MakeSamplingPlan } from './sampling.dto.js';
import { SamplingService } from './sampling.service.js';
import {
  type DrawView,
  drawView,
  type SamplesPage,
  type SampleView,
  sampleView,
  type SamplingPlansPage,
  type SamplingPlanView,
  samplingPlanView,
} from './sampling.view.js';

@Controller()
export class SamplingController {
  constructor(
    private readonly sampling: SamplingService,
    private readonly assignments: SampleAssignmentsService,
  ) {}

  /** Plan which verdicts of a period are verified. The server makes the seed, and the plan never changes. */
  @Post('training-bodies/:bodyId/sampling-plans')
  async plan(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: MakeSamplingPlan,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SamplingPlanView> {
    const { plan, created } = await this.sampling.plan(actor, bodyId, input);
    response.status(created ? 201 : 200);
    return samplingPlanView(plan);
  }

  @Get('training-bodies/:bodyId/sampling-plans')
  async plans(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: PageQuery,
  ): Promise<SamplingPlansPage> {
    const page = await this.sampling.plans(actor, bodyId, query);
    return { ...page, items: page.items.map(samplingPlanView) };
  }

  /** What a draw would add now, without drawing. */
  @Get('training-bodies/:bodyId/sampling-plans/:planId/draws/preview')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('planId', ParseUUIDPipe) planId: string,
    @RequestLocale() locale: Locale,
  ): Promise<DrawView> {
    return drawView(await this.sampling.preview(actor, bodyId, planId), locale);
  }

  /** Draw from the verdicts given by now what was not drawn before. Drawing again adds nothing but what is new. */
  @Post('training-bodies/:bodyId/sampling-plans/:planId/draws')
  @HttpCode(200)
  async draw(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('planId', ParseUUIDPipe) planId: string,
    @RequestLocale() locale: Locale,
  ): Promise<DrawView> {
    return drawView(await this.sampling.draw(actor, bodyId, planId), locale);
  }

  /** What a plan has drawn, why, and who verifies it. */
  @Get('training-bodies/:bodyId/sampling-plans/:planId/samples')
  async samples(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('planId', ParseUUIDPipe) planId: string,
    @Query() query: PageQuery,
    @RequestLocale() locale: Locale,
  ): Promise<SamplesPage> {
    const page = await this.sampling.samples(actor, bodyId, planId, query);
    return { ...page, items: page.items.map((sample) => sampleView(sample, locale)) };
  }

  /** Have a verifier look at what was drawn, who then may see the assessment although it is decided. */
  @Post('samples/:id/assignment')
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { verifierId }: AssignVerifier,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SampleView> {
    const { sample, created } = await this.assignments.assign(actor, id, verifierId.toLowerCase());
    response.status(created ? 201 : 200);
    return sampleView(sample, locale);
  }
}
