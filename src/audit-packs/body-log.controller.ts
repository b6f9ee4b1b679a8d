import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { LogQuery } from './body-log.dto.js';
import { BodyLog } from './body-log.service.js';
import { type LogPage } from './body-log.view.js';

@Controller()
export class BodyLogController {
  constructor(private readonly log: BodyLog) {}

  /** Who changed what at a body and when, the newest first, for its administrators. */
  @Get('training-bodies/:bodyId/log')
  async list(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: LogQuery,
  ): Promise<LogPage> {
    return this.log.list(actor, bodyId, query);
  }
}
