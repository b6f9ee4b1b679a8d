import { Controller, Get } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { Authorities } from './authorities.service.js';

export class SigningStateView {
  /** False: the keys cannot be opened, so nothing can be signed; the server's log says why (docs/keys.md). */
  available: boolean;
}

/** Whether documents can be signed, for the page of whoever runs the installation. */
@Controller('signing-state')
export class SigningStateController {
  constructor(private readonly authorities: Authorities) {}

  /** Tries the newest key. Operators only. */
  @Get()
  async state(@CurrentActor() actor: Actor): Promise<SigningStateView> {
    return { available: await this.authorities.available(actor) };
  }
}
