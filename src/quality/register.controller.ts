import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { registerTexts } from '../i18n/register.js';
import { RegisterQuery } from './register.dto.js';
import { RegisterService } from './register.service.js';
import { registerCsv, RegisterPage } from './register.view.js';

@Controller()
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  /** Who may assess and verify on a day. Asked for as `text/csv` it is the whole table, to print. */
  @Get('training-bodies/:bodyId/assessor-register')
  @ApiOkResponse({ type: RegisterPage })
  async read(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: RegisterQuery,
    @RequestLocale() locale: Locale,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegisterPage | string> {
    response.setHeader('Vary', 'Accept, Accept-Language');
    if (request.accepts(['json', 'text/csv']) !== 'text/csv') return this.register.page(actor, bodyId, query);
    const people = await this.register.all(actor, bodyId, query.on);
    const name = encodeURIComponent(`${registerTexts(locale).file}.csv`);
    response.setHeader('Content-Disposition', `attachment; filename="register.csv"; filename*=UTF-8''${name}`);
    response.type('text/csv');
    return registerCsv(people, locale);
  }
}
