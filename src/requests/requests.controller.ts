import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { AnswerRequest, RequestEvidence, RequestsQuery, WithdrawRequest } from './requests.dto.js';
import { RequestsService } from './requests.service.js';
import {
  type EvidenceRequestsPage,
  type EvidenceRequestView,
  type RequestSuggestionView,
  requestView,
} from './requests.view.js';
import { SuggestionsService } from './suggestions.service.js';

@Controller()
export class RequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly suggestions: SuggestionsService,
  ) {}

  /** Ask the candidate for evidence: what, for which targets, until when. They are told. */
  @Post('assessments/:assessmentId/requests')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: RequestEvidence,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceRequestView> {
    const { request, created } = await this.requests.ask(actor, assessmentId, input);
    response.status(created ? 201 : 200);
    return requestView(request);
  }

  /** Requests of an assessment, oldest first. */
  @Get('assessments/:assessmentId/requests')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: RequestsQuery,
  ): Promise<EvidenceRequestsPage> {
    const page = await this.requests.list(actor, assessmentId, query);
    return { ...page, items: page.items.map(requestView) };
  }

  /** What could be asked for, from the gaps as they are now; nothing is sent. */
  @Get('assessments/:assessmentId/requests/suggestions')
  async suggest(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @RequestLocale() locale: Locale,
  ): Promise<RequestSuggestionView[]> {
    return this.suggestions.list(actor, assessmentId, locale);
  }

  @Get('requests/:id')
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EvidenceRequestView> {
    return requestView(await this.requests.find(actor, id));
  }

  /** Answer a request with evidence that I have handed in. */
  @Post('requests/:id/answers')
  @HttpCode(200)
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { itemId }: AnswerRequest,
  ): Promise<EvidenceRequestView> {
    return requestView(await this.requests.answer(actor, id, itemId));
  }

  /** Take a request back. */
  @Post('requests/:id/withdrawal')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: WithdrawRequest,
  ): Promise<EvidenceRequestView> {
    return requestView(await this.requests.withdraw(actor, id, reason));
  }
}
