import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { LowerCase } from '../common/lower-case.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { FileStore } from '../files/file-store.js';
import { sendFile } from '../files/send-file.js';
import { OrderAuditPack } from './audit-packs.dto.js';
import { AuditPacksService } from './audit-packs.service.js';
import { type AuditPacksPage, type AuditPackView, auditPackView } from './audit-packs.view.js';

@Controller()
export class AuditPacksController {
  constructor(
    private readonly packs: AuditPacksService,
    private readonly store: FileStore,
  ) {}

  /**
   * Order an archive of everything an auditor needs of a cohort and period: it is made in the background. To send the
   * same order again under the same id is harmless.
   */
  @Post('training-bodies/:bodyId/audit-packs')
  async order(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: OrderAuditPack,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuditPackView> {
    const { pack, created } = await this.packs.order(actor, bodyId, input);
    response.status(created ? 201 : 200);
    return auditPackView(pack);
  }

  /** The body's audit packs, newest first, also those that have expired. */
  @Get('training-bodies/:bodyId/audit-packs')
  async list(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: PageQuery,
  ): Promise<AuditPacksPage> {
    const page = await this.packs.list(actor, bodyId, query);
    return { ...page, items: page.items.map(auditPackView) };
  }

  /** How far it has come. */
  @Get('audit-packs/:id')
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe, LowerCase) id: string): Promise<AuditPackView> {
    return auditPackView(await this.packs.find(actor, id));
  }

  /** The archive (ZIP). A download that was cut off goes on with `Range` and, as `If-Range`, the ETag. */
  @Get('audit-packs/:id/content')
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(request, response, this.store, await this.packs.open(actor, id));
  }

  /** Stop an order that is waiting or being made. Nothing of it is kept. */
  @Post('audit-packs/:id/cancellation')
  @HttpCode(200)
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
  ): Promise<AuditPackView> {
    return auditPackView(await this.packs.cancel(actor, id));
  }
}
