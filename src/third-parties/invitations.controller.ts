import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { LowerCase } from '../common/lower-case.js';
import { CurrentActor } from '../common/request.js';
import { InvitationsQuery, InviteThirdParty } from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';
import { InvitationsPage, type InvitationView, invitationView } from './invitations.view.js';

@Controller()
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Invite somebody without an account to report on the candidate's work. The link goes out by e-mail and only there. */
  @Post('assessments/:assessmentId/invitations')
  async invite(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: InviteThirdParty,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvitationView> {
    const { named, created } = await this.invitations.invite(actor, assessmentId, input);
    response.status(created ? 201 : 200);
    return invitationView(named);
  }

  @Get('assessments/:assessmentId/invitations')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: InvitationsQuery,
  ): Promise<InvitationsPage> {
    const page = await this.invitations.list(actor, assessmentId, query);
    return { ...page, items: page.items.map(invitationView) };
  }

  @Get('invitations/:id')
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe, LowerCase) id: string): Promise<InvitationView> {
    return invitationView(await this.invitations.find(actor, id));
  }

  /** End the link for good. To ask the same person again is a new invitation. */
  @Post('invitations/:id/revocation')
  @HttpCode(200)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
  ): Promise<InvitationView> {
    return invitationView(await this.invitations.revoke(actor, id));
  }

  /** Send a new link, which ends the old one. What was written so far is kept. */
  @Post('invitations/:id/renewal')
  @HttpCode(200)
  async renew(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
  ): Promise<InvitationView> {
    return invitationView(await this.invitations.renew(actor, id));
  }
}
