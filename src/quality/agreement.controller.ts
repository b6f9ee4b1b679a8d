import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { AgreementQuery } from './agreement.dto.js';
import { AgreementService } from './agreement.service.js';
import { type AgreementView } from './agreement.view.js';

@Controller()
export class AgreementController {
  constructor(private readonly agreement: AgreementService) {}

  /** How far blind second judgements agree with the assessors', by unit, target and assessor. */
  @Get('training-bodies/:bodyId/agreement')
  async read(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: AgreementQuery,
    @RequestLocale() locale: Locale,
  ): Promise<AgreementView> {
    return this.agreement.read(actor, bodyId, query, locale);
  }
}
