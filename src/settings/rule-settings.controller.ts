import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Put, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { etagOf } from '../common/etag.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { ChangeRuleSettings } from './rule-settings.dto.js';
import { RuleSettingsService } from './rule-settings.service.js';
import { type RuleSettingsPage, type RuleSettingsView } from './rule-settings.view.js';

@Controller('training-bodies/:bodyId/rule-settings')
export class RuleSettingsController {
  constructor(private readonly settings: RuleSettingsService) {}

  /** What the body has set where the rules leave it to policy; the defaults until it has set anything. */
  @Get()
  async find(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RuleSettingsView> {
    return tagged(response, await this.settings.current(actor, bodyId));
  }

  /** Every version, the newest first: which were in force when, who changed them and why. */
  @Get('versions')
  versions(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: PageQuery,
  ): Promise<RuleSettingsPage> {
    return this.settings.versions(actor, bodyId, query);
  }

  /** Change settings, all or some, from now on: verdicts keep those they were given under. Send the ETag as `If-Match`. */
  @Put()
  async change(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: ChangeRuleSettings,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RuleSettingsView> {
    return tagged(response, await this.settings.change(actor, bodyId, input, ifMatch));
  }
}

function tagged(response: Response, view: RuleSettingsView): RuleSettingsView {
  response.setHeader('ETag', etagOf(view.version));
  return view;
}
