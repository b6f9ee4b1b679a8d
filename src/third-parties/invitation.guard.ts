import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { clientNetwork } from '../auth/client-network.js';
import { type Limit, Throttles } from '../auth/throttle.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { sha256 } from '../common/ids.js';
import { Database } from '../database/database.js';
import { openInvitation } from './queries.js';

type InvitedRequest = Request & { secretHash?: string };

/** What a one-time link proves: nothing but that its form may be opened. */
export interface Invited {
  readonly secretHash: string;
}

export const CurrentInvited = createParamDecorator((_: unknown, context: ExecutionContext): Invited => {
  return { secretHash: context.switchToHttp().getRequest<InvitedRequest>().secretHash! };
});

/**
 * Lets in who brings the secret of an invitation, in a header because addresses end up in logs. A secret that is wrong,
 * old, revoked or none at all is the same 404.
 */
@Injectable()
export class InvitationGuard implements CanActivate {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly throttles: Throttles,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<InvitedRequest>();
    const secret = /^Invitation ([\w-]{43})$/.exec(request.get('authorization') ?? '')?.[1];
    const secretHash = secret && sha256(secret);
    const invitation = secretHash && (await openInvitation(this.db.read, secretHash, this.clock.instant()));
    if (!invitation) {
      await this.throttles.attempt([guesses(request.ip ?? '')]);
      throw new DomainError('not_found');
    }
    request.secretHash = secretHash;
    return true;
  }
}

/**
 * Counts what fails and holds nobody who has a link, whoever guesses beside them: 256 random bits are not guessed, so
 * that this spares the server and is not what keeps a form closed.
 */
function guesses(address: string): Limit {
  return { key: sha256(`invitation:${clientNetwork(address)}`), failures: 30, windowSeconds: 15 * 60 };
}
