import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parse } from 'cookie';
import { type CookieOptions, type Request } from 'express';
import { DomainError } from '../common/errors.js';
import {
  type AuthenticatedRequest,
  type Credentials,
  oneTimePasswordRoute,
  publicRoute,
  sessionOnlyRoute,
} from '../common/request.js';
import { Config } from '../config.js';
import { AuthService, csrfTokenOf } from './auth.service.js';

/** Browsers keep a `__Host-` cookie from other hosts and paths, but only take it over https. */
export function sessionCookieName(config: Config): string {
  return config.secureCookies ? '__Host-touchstone' : 'touchstone';
}

/** The cookie's attributes; one that is taken back needs the same, or the browser keeps it. */
export function sessionCookie(config: Config): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: config.secureCookies, path: '/' };
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Says who is asking, on every route; whoever is nobody gets no further. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly auth: AuthService,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marked = (key: string): boolean =>
      this.reflector.getAllAndOverride<boolean | undefined>(key, [context.getHandler(), context.getClass()]) === true;
    if (marked(publicRoute)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const credentials = (await this.byToken(request)) ?? (await this.bySession(request));
    if (!credentials) throw new DomainError('unauthenticated');
    if (credentials.oneTimePassword && !marked(oneTimePasswordRoute)) throw new DomainError('password_change_required');
    if (!credentials.sessionId && marked(sessionOnlyRoute)) throw new DomainError('session_required');
    request.credentials = credentials;
    return true;
  }

  private async byToken(request: Request): Promise<Credentials | null> {
    const token = /^Bearer (ts_[\w-]{20,100})$/.exec(request.get('authorization') ?? '')?.[1];
    return token ? this.auth.byToken(token) : null;
  }

  /** A cookie travels with requests that other sites make, so a change also needs the token only our page knows. */
  private async bySession(request: Request): Promise<Credentials | null> {
    const secret = sessionSecret(request, this.config);
    if (!secret) return null;
    const credentials = await this.auth.bySession(secret);
    if (
      credentials &&
      !safeMethods.has(request.method) &&
      !sameText(request.get('x-csrf-token'), csrfTokenOf(secret))
    ) {
      throw new DomainError('csrf_failed');
    }
    return credentials;
  }
}

export function sessionSecret(request: Request, config: Config): string | undefined {
  return parse(request.get('cookie') ?? '')[sessionCookieName(config)];
}

function sameText(given: string | undefined, wanted: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}
