import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { dateIn } from '../common/clock.js';
import { CurrentActor } from '../common/request.js';
import { Database } from '../database/database.js';
import { sendArchive } from '../files/archive.js';
import { FileStore } from '../files/file-store.js';
import { exportEntries, type PersonExport } from './export.js';
import { ExportsService } from './exports.service.js';

@Controller()
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly db: Database,
    private readonly store: FileStore,
  ) {}

  /** Everything that is kept about me, as one archive (ZIP) with an index in my language and a manifest of hashes. */
  @Get('me/export')
  @ApiProduces('application/zip')
  async mine(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    await this.send(response, await this.exports.mine(actor));
  }

  /** Everything that this body keeps about a person, as the person would get it. */
  @Get('training-bodies/:bodyId/people/:userId/export')
  @ApiProduces('application/zip')
  async ofPerson(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(response, await this.exports.ofPerson(actor, bodyId, userId));
  }

  private async send(response: Response, about: PersonExport): Promise<void> {
    await sendArchive(response, `touchstone-${dateIn(about.at)}.zip`, exportEntries(this.db.read, this.store, about));
  }
}
