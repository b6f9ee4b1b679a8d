import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type Request } from 'express';
import { type Actor } from './actor.js';
import { type Locale, negotiate } from '../i18n/i18n.js';

/** What the guard leaves on a request it let through. */
export interface Credentials {
  actor: Actor;
  /** The session that the request came by; null for an API token. */
  sessionId: string | null;
  oneTimePassword: boolean;
}

export type AuthenticatedRequest = Request & { credentials?: Credentials };

/** The person asking, as the guard found them. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<AuthenticatedRequest>().credentials!.actor;
});

export const CurrentCredentials = createParamDecorator((_: unknown, context: ExecutionContext): Credentials => {
  return context.switchToHttp().getRequest<AuthenticatedRequest>().credentials!;
});

/** The language the client asked for. */
export const RequestLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale => {
  return negotiate(context.switchToHttp().getRequest<Request>().get('accept-language'));
});

export const publicRoute = 'touchstone:public';
/** Marks the few routes that need no sign-in. Everything else is denied by default. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicRoute, true);

export const oneTimePasswordRoute = 'touchstone:one-time-password';
/** Marks what a person may do who still has a one-time password. */
export const WithOneTimePassword = (): MethodDecorator => SetMetadata(oneTimePasswordRoute, true);

export const sessionOnlyRoute = 'touchstone:session-only';
/** Marks what only a signed-in person may do, never a machine: a token that leaked must not make itself heirs. */
export const SessionOnly = (): MethodDecorator => SetMetadata(sessionOnlyRoute, true);
