import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Tombstone } from '../assessments/tombstone.entity.js';
import { type Actor } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { DeletionsService } from './deletions.service.js';
import { DeleteRecords, DueQuery, PlaceHold, PreviewDeletion } from './retention.dto.js';
import { RetentionService } from './retention.service.js';
import {
  type DeletionPreviewView,
  type DuePage,
  dueView,
  holdView,
  type HoldView,
  type TombstonesPage,
  type TombstoneView,
} from './retention.view.js';

@Controller()
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly deletions: DeletionsService,
  ) {}

  /** What is to be deleted when, and what keeps it (rule R1). */
  @Get('training-bodies/:bodyId/retention')
  async list(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: DueQuery,
    @RequestLocale() locale: Locale,
  ): Promise<DuePage> {
    const page = await this.retention.list(actor, bodyId, query);
    return { ...page, items: page.items.map((assessment) => dueView(assessment, locale)) };
  }

  /** What would be deleted of what is due, without deleting. */
  @Post('training-bodies/:bodyId/retention/deletions/preview')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() { items }: PreviewDeletion,
  ): Promise<DeletionPreviewView> {
    return this.deletions.preview(actor, bodyId, items);
  }

  /** What was deleted at a body, the newest first. */
  @Get('training-bodies/:bodyId/tombstones')
  async tombstones(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: PageQuery,
  ): Promise<TombstonesPage> {
    const page = await this.retention.tombstones(actor, bodyId, query);
    return { ...page, items: page.items.map(tombstoneView) };
  }

  /** Delete what is due, for good: all of these records or none. */
  @Post('training-bodies/:bodyId/retention/deletions')
  async delete(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: DeleteRecords,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TombstoneView[]> {
    const { tombstones, created } = await this.deletions.delete(actor, bodyId, input);
    response.status(created ? 201 : 200);
    return tombstones.map(tombstoneView);
  }

  /** Keep the records of an assessment from deletion. */
  @Post('assessments/:id/holds')
  async hold(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: PlaceHold,
  ): Promise<HoldView> {
    return holdView(await this.retention.hold(actor, id, input));
  }

  /** Let go of a hold. */
  @Post('holds/:id/release')
  @HttpCode(200)
  async release(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HoldView> {
    return holdView(await this.retention.release(actor, id));
  }
}

function tombstoneView(row: Tombstone): TombstoneView {
  const { id, assessmentId, kind, what, why, rule, dueOn, deletedBy, deletedAt, sha256 } = row;
  return { id, assessmentId, kind, what, why, rule, dueOn, deletedBy, deletedAt, sha256 };
}
