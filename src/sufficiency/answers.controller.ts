import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { StateAttribution, WaiveWarning, WithdrawWaiver } from './answers.dto.js';
import {
  type AttributionsPage,
  type AttributionView,
  attributionView,
  type WaiversPage,
  type WaiverView,
  waiverView,
} from './answers.view.js';
import { AttributionsService } from './attributions.service.js';
import { WaiversService } from './waivers.service.js';

@Controller('assessments/:id')
export class AnswersController {
  constructor(
    private readonly waivers: WaiversService,
    private readonly attributions: AttributionsService,
  ) {}

  /** Accept a warning that stands now, with a reason that is printed on the verdict. */
  @Post('waivers')
  async waive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: WaiveWarning,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WaiverView> {
    const { waiver, created } = await this.waivers.waive(actor, id, input);
    response.status(created ? 201 : 200);
    return waiverView(waiver);
  }

  @Get('waivers')
  async listWaivers(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<WaiversPage> {
    const page = await this.waivers.list(actor, id, query);
    return { ...page, items: page.items.map(waiverView) };
  }

  /** Take a waiver back, with the reason: the warning stands again. */
  @Post('waivers/:waiverId/withdrawal')
  @HttpCode(200)
  async withdrawWaiver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('waiverId', ParseUUIDPipe) waiverId: string,
    @Body() { reason }: WithdrawWaiver,
  ): Promise<WaiverView> {
    return waiverView(await this.waivers.withdraw(actor, id, waiverId, reason));
  }

  /** Say that a knowledge or skill item was demonstrated through a criterion. */
  @Post('attributions')
  async attribute(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: StateAttribution,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AttributionView> {
    const { attribution, created } = await this.attributions.state(actor, id, input);
    response.status(created ? 201 : 200);
    return attributionView(attribution);
  }

  @Get('attributions')
  async listAttributions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<AttributionsPage> {
    const page = await this.attributions.list(actor, id, query);
    return { ...page, items: page.items.map(attributionView) };
  }

  /** Take back what I said of a knowledge or skill item. */
  @Post('attributions/:attributionId/withdrawal')
  @HttpCode(200)
  async withdrawAttribution(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attributionId', ParseUUIDPipe) attributionId: string,
  ): Promise<AttributionView> {
    return attributionView(await this.attributions.withdraw(actor, id, attributionId));
  }
}
