import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { LowerCase } from '../common/lower-case.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { OrderBatch, PreviewQuery } from './batches.dto.js';
import { BatchesService } from './batches.service.js';
import {
  type BatchesPage,
  type BatchItemsPage,
  type BatchView,
  batchView,
  type CertifiablePage,
} from './batches.view.js';

@Controller()
export class BatchesController {
  constructor(private readonly batches: BatchesService) {}

  /** Who of a cohort or document would be certified now, and why the others would not. Nothing is issued. */
  @Get('training-bodies/:bodyId/certificate-batches/preview')
  preview(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: PreviewQuery,
    @RequestLocale() locale: Locale,
  ): Promise<CertifiablePage> {
    return this.batches.preview(actor, bodyId, query, locale);
  }

  /**
   * Order many certificates at once: they are issued in the background, and go on after a restart. To send the same order
   * again under the same id is harmless.
   */
  @Post('training-bodies/:bodyId/certificate-batches')
  async order(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: OrderBatch,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BatchView> {
    const { created, ...whole } = await this.batches.order(actor, bodyId, input);
    response.status(created ? 201 : 200);
    return batchView(whole);
  }

  /** The body's batches, the newest first. */
  @Get('training-bodies/:bodyId/certificate-batches')
  async list(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: PageQuery,
  ): Promise<BatchesPage> {
    const page = await this.batches.list(actor, bodyId, query);
    return { ...page, items: page.items.map(batchView) };
  }

  /** How far it has come. */
  @Get('certificate-batches/:id')
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe, LowerCase) id: string): Promise<BatchView> {
    return batchView(await this.batches.find(actor, id));
  }

  /** What became of each assessment in it. */
  @Get('certificate-batches/:id/items')
  items(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Query() query: PageQuery,
    @RequestLocale() locale: Locale,
  ): Promise<BatchItemsPage> {
    return this.batches.items(actor, id, query, locale);
  }

  /** Stop it. What has a number by then is issued; the rest is not. */
  @Post('certificate-batches/:id/cancellation')
  @HttpCode(200)
  async cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe, LowerCase) id: string): Promise<BatchView> {
    return batchView(await this.batches.cancel(actor, id));
  }
}
