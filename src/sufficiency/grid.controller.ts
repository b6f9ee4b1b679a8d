import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { GridQuery } from './grid.dto.js';
import { GridService } from './grid.service.js';
import { type GridView } from './grid.view.js';

@Controller('training-bodies')
export class GridController {
  constructor(private readonly grid: GridService) {}

  /** Candidates × criteria of one document, in the order of enrolment: all of them, or those I assess or verify. */
  @Get(':bodyId/grid')
  async find(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: GridQuery,
  ): Promise<GridView> {
    return this.grid.page(actor, bodyId, query);
  }
}
