import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { AccessLog } from './access-log.service.js';
import { type EvidenceAccessesPage } from './evidence-access.view.js';

@Controller()
export class AccessesController {
  constructor(private readonly log: AccessLog) {}

  /** Who looked at the evidence of an assessment and who took its files, newest first: for the candidate and the body. */
  @Get('assessments/:assessmentId/evidence-accesses')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: PageQuery,
  ): Promise<EvidenceAccessesPage> {
    return this.log.list(actor, assessmentId, query);
  }
}
