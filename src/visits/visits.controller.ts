import { Controller, Get, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { VisitPlanQuery } from './visits.dto.js';
import { VisitsService } from './visits.service.js';
import { type VisitPlanView, visitPlanView } from './visits.view.js';

@Controller('visit-plan')
export class VisitsController {
  constructor(private readonly visits: VisitsService) {}

  /** What to witness on a day at a workplace: the fewest targets a candidate, shared ones first, each with its reasons. */
  @Get()
  async plan(
    @CurrentActor() actor: Actor,
    @Query() query: VisitPlanQuery,
    @RequestLocale() locale: Locale,
  ): Promise<VisitPlanView> {
    return visitPlanView(await this.visits.plan(actor, query), locale);
  }
}
