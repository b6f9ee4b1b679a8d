import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { notModified } from '../common/etag.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { CoverageService } from './coverage.service.js';
import { CoverageView } from './coverage.view.js';

@Controller('assessments')
export class CoverageController {
  constructor(private readonly coverage: CoverageService) {}

  /** What the evidence shows, what is missing and what would close each gap, in the language asked for. */
  @Get(':id/coverage')
  @ApiOkResponse({ type: CoverageView })
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @RequestLocale() locale: Locale,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const { revision, variant, json } = await this.coverage.read(actor, id, locale);
    response.setHeader('Vary', 'Accept-Language');
    if (notModified(request, response, revision, variant)) return undefined;
    response.type('application/json');
    return json();
  }
}
