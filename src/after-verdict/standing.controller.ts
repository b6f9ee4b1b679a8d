import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { StandingService } from './standing.service.js';
import { type StandingView, standingView } from './standing.view.js';

@Controller('verdicts/:verdictId/standing')
export class StandingController {
  constructor(private readonly standing: StandingService) {}

  /** Whether the verdict stands, what has followed it, and whether a certificate could be issued. */
  @Get()
  async find(
    @CurrentActor() actor: Actor,
    @Param('verdictId', ParseUUIDPipe) verdictId: string,
    @RequestLocale() locale: Locale,
  ): Promise<StandingView> {
    return standingView(await this.standing.find(actor, verdictId), locale);
  }
}
