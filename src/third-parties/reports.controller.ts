import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { LowerCase } from '../common/lower-case.js';
import { CurrentActor } from '../common/request.js';
import { ReportsService } from './reports.service.js';
import { type ThirdPartyReportView, reportView } from './reports.view.js';

@Controller('third-party-reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  /** A report as it was signed, by the id of its evidence item. */
  @Get(':id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
  ): Promise<ThirdPartyReportView> {
    return reportView(await this.reports.find(actor, id));
  }
}
