import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor } from '../common/request.js';
import { CompleteVerification, RecordVerification, VerificationsQuery } from './verifications.dto.js';
import { VerificationsService } from './verifications.service.js';
import { type VerificationsPage, type VerificationView, verificationView } from './verifications.view.js';

@Controller()
export class VerificationsController {
  constructor(private readonly verifications: VerificationsService) {}

  /** Sign what I found as a verifier of a decided assessment. It changes no verdict. */
  @Post('assessments/:assessmentId/verifications')
  async record(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: RecordVerification,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VerificationView> {
    const { verification, created } = await this.verifications.record(actor, assessmentId, input);
    response.status(created ? 201 : 200);
    return verificationView(verification);
  }

  /** What verifiers found in an assessment, oldest first. */
  @Get('assessments/:assessmentId/verifications')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: PageQuery,
  ): Promise<VerificationsPage> {
    const page = await this.verifications.list(actor, assessmentId, query);
    return { ...page, items: page.items.map(verificationView) };
  }

  /** What verifiers found at a body, oldest first; `state=open` and `state=overdue` are what is still to be done. */
  @Get('training-bodies/:bodyId/verifications')
  async ofBody(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: VerificationsQuery,
  ): Promise<VerificationsPage> {
    const page = await this.verifications.ofBody(actor, bodyId, query);
    return { ...page, items: page.items.map(verificationView) };
  }

  /** Report the action of a verification done. */
  @Post('verifications/:id/completion')
  @HttpCode(200)
  async complete(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note }: CompleteVerification,
  ): Promise<VerificationView> {
    return verificationView(await this.verifications.complete(actor, id, note));
  }
}
