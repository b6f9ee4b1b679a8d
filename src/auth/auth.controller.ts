import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import {
  type Credentials,
  CurrentActor,
  CurrentCredentials,
  Public,
  SessionOnly,
  WithOneTimePassword,
} from '../common/request.js';
import { DomainError } from '../common/errors.js';
import { Config } from '../config.js';
import { ChangePassword, CreateApiToken, SignIn } from './auth.dto.js';
import { sessionCookie, sessionCookieName, sessionSecret } from './auth.guard.js';
import { AuthService, csrfTokenOf } from './auth.service.js';
import {
  type ApiTokenView,
  type NewApiTokenView,
  type SessionListItem,
  type SessionView,
  apiTokenView,
  sessionListItem,
} from './auth.view.js';

@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly config: Config,
  ) {}

  /** Sign in. The session comes as an http-only cookie. */
  @Public()
  @Post('session')
  @HttpCode(200)
  async signIn(
    @Body() input: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const from = { address: request.ip ?? '', userAgent: request.get('user-agent') ?? '' };
    const { session, secret, user } = await this.auth.signIn(input, from);
    response.cookie(sessionCookieName(this.config), secret, {
      ...sessionCookie(this.config),
      maxAge: Date.parse(session.expiresAt) - Date.parse(session.createdAt),
    });
    return { userId: user.id, csrfToken: csrfTokenOf(secret), passwordChangeRequired: user.oneTimePassword };
  }

  /** The session of this browser, with its CSRF token. */
  @WithOneTimePassword()
  @Get('session')
  session(@CurrentCredentials() credentials: Credentials, @Req() request: Request): SessionView {
    const secret = sessionSecret(request, this.config);
    if (!credentials.sessionId || !secret) throw new DomainError('not_found');
    return {
      userId: credentials.actor.userId,
      csrfToken: csrfTokenOf(secret),
      passwordChangeRequired: credentials.oneTimePassword,
    };
  }

  /** Sign out of this browser. */
  @WithOneTimePassword()
  @Delete('session')
  @HttpCode(204)
  async signOut(
    @CurrentCredentials() credentials: Credentials,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (credentials.sessionId) await this.auth.revokeSession(credentials.actor, credentials.sessionId);
    response.clearCookie(sessionCookieName(this.config), sessionCookie(this.config));
  }

  @Get('sessions')
  async sessions(@CurrentCredentials() { actor, sessionId }: Credentials): Promise<SessionListItem[]> {
    return (await this.auth.sessions(actor)).map((session) => sessionListItem(session, sessionId));
  }

  @SessionOnly()
  @Delete('sessions/:id')
  @HttpCode(204)
  async revokeSession(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.auth.revokeSession(actor, id);
  }

  /** Change the password. Every other session and every API token ends. */
  @SessionOnly()
  @WithOneTimePassword()
  @Put('password')
  @HttpCode(204)
  async changePassword(
    @CurrentCredentials() { actor, sessionId }: Credentials,
    @Body() input: ChangePassword,
    @Req() request: Request,
  ): Promise<void> {
    await this.auth.changePassword(actor, input, request.ip ?? '', sessionId);
  }

  @Get('api-tokens')
  async tokens(@CurrentActor() actor: Actor): Promise<ApiTokenView[]> {
    return (await this.auth.tokens(actor)).map(apiTokenView);
  }

  @SessionOnly()
  @Post('api-tokens')
  async createToken(
    @CurrentCredentials() { actor, sessionId }: Credentials,
    @Body() input: CreateApiToken,
  ): Promise<NewApiTokenView> {
    const { row, token } = await this.auth.createToken(actor, sessionId!, input);
    return { ...apiTokenView(row), token };
  }

  @SessionOnly()
  @Delete('api-tokens/:id')
  @HttpCode(204)
  async revokeToken(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.auth.revokeToken(actor, id);
  }
}
