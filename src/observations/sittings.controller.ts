import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { LowerCase } from '../common/lower-case.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { claimView } from '../evidence/evidence.view.js';
import { ConclusionsService } from './conclusions.service.js';
import { ConcludeSitting, OpenSitting } from './sittings.dto.js';
import { SittingsService } from './sittings.service.js';
import {
  type ConcludedSittingView,
  listedSittingView,
  type SittingsPage,
  type SittingView,
  sittingView,
} from './sittings.view.js';

@Controller()
export class SittingsController {
  constructor(
    private readonly sittings: SittingsService,
    private readonly conclusions: ConclusionsService,
  ) {}

  /** Open a sitting for several observers, who join it with a record each. */
  @Post('assessments/:assessmentId/sittings')
  async open(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: OpenSitting,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SittingView> {
    const { sitting, created } = await this.sittings.open(actor, assessmentId, input);
    response.status(created ? 201 : 200);
    return sittingView(sitting);
  }

  /** The sittings of an assessment in the order they were opened, concluded or not. */
  @Get('assessments/:assessmentId/sittings')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: PageQuery,
  ): Promise<SittingsPage> {
    const { items, next } = await this.sittings.list(actor, assessmentId, query);
    return { items: items.map(listedSittingView), next };
  }

  /** What each observer saw, side by side, and what was concluded from it. */
  @Get('sittings/:id')
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe, LowerCase) id: string): Promise<SittingView> {
    return sittingView(await this.sittings.find(actor, id));
  }

  /**
   * Conclude a sitting as the lead assessor, once every observer has signed: the differences stay in the records, and
   * what is concluded to be shown is claimed.
   */
  @Post('sittings/:id/conclusion')
  async conclude(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() input: ConcludeSitting,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConcludedSittingView> {
    const { claims, created } = await this.conclusions.conclude(actor, id, input);
    response.status(created ? 201 : 200);
    return { sitting: sittingView(await this.sittings.find(actor, id)), claims: claims.map(claimView) };
  }
}
