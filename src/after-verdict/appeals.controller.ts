import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { sendRecord, StoredDocument } from '../verdicts/stored-document.js';
import { AppealsQuery, DecideAppeal, FileAppeal } from './appeals.dto.js';
import { AppealsService } from './appeals.service.js';
import { type AppealsPage, type AppealView, appealView } from './appeals.view.js';
import { DecisionsService } from './decisions.service.js';

@Controller()
export class AppealsController {
  constructor(
    private readonly appeals: AppealsService,
    private readonly decisions: DecisionsService,
    private readonly stored: StoredDocument,
  ) {}

  /** Appeal against my verdict: once, from its notification to the last day of the window. */
  @Post('verdicts/:verdictId/appeal')
  async file(
    @CurrentActor() actor: Actor,
    @Param('verdictId', ParseUUIDPipe) verdictId: string,
    @Body() input: FileAppeal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AppealView> {
    const { appeal, created } = await this.appeals.file(actor, verdictId, input);
    response.status(created ? 201 : 200);
    return appealView(appeal);
  }

  /** The appeals at a body, the newest first; with `state=open` those that wait for somebody to decide. */
  @Get('training-bodies/:bodyId/appeals')
  async list(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: AppealsQuery,
  ): Promise<AppealsPage> {
    const page = await this.appeals.list(actor, bodyId, query);
    return { ...page, items: page.items.map(appealView) };
  }

  /** An appeal, and what became of it. An assessor or verifier of the body sees it while it is open, to decide it. */
  @Get('appeals/:id')
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AppealView> {
    return appealView(await this.appeals.find(actor, id));
  }

  /** Take my appeal back before it is decided. There is no second one against the same verdict. */
  @Post('appeals/:id/withdrawal')
  @HttpCode(200)
  async withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AppealView> {
    return appealView(await this.appeals.withdraw(actor, id));
  }

  /**
   * Decide an appeal: final, signed and printed at once. By an administrator, assessor or verifier of the body who
   * took no part in the assessment.
   */
  @Post('appeals/:id/decision')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: DecideAppeal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AppealView> {
    const created = await this.decisions.decide(actor, id, input);
    response.status(created ? 201 : 200);
    return appealView(await this.appeals.find(actor, id));
  }

  /** The signed PDF of the decision, byte for byte as it was issued. */
  @Get('appeals/:id/document')
  async document(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.stored.send(request, response, await this.appeals.decision(actor, id));
  }

  /** The record of the decision as canonical JSON (RFC 8785), byte for byte as it was hashed and embedded in the PDF. */
  @Get('appeals/:id/record')
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendRecord(response, await this.appeals.decision(actor, id));
  }

  /** The signed PDF of the verdict that the appeal is against, for whoever is to decide. */
  @Get('appeals/:id/verdict-document')
  async verdict(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.stored.send(request, response, await this.appeals.verdict(actor, id));
  }
}
