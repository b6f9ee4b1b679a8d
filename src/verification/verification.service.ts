import { Injectable } from '@nestjs/common';
import { DomainError, found } from '../common/errors.js';
import { sha256 } from '../common/ids.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { clientNetwork } from '../auth/client-network.js';
import { Throttles } from '../auth/throttle.js';
import { readNumber } from './number.js';
import { registered } from './registered.js';
import { type VerificationView } from './verification.view.js';

/** The public side: whoever holds a document number may compare, and learns nothing else. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly throttles: Throttles,
  ) {}

  /**
   * What the register says of a number. Only a number that is not there counts against the address, so that a school
   * behind one address may scan all it holds. Throws `not_found`, and `throttled` for who has guessed too often.
   */
  async verify(address: string, typed: string): Promise<VerificationView> {
    const documentNumber = found(readNumber(typed));
    const document = await registered(this.db.read, documentNumber);
    if (!document) {
      const key = sha256(`verify:${clientNetwork(address)}`);
      await this.throttles.attempt([{ key, failures: 60, windowSeconds: 60 }]);
      throw new DomainError('not_found');
    }
    const { bodyId, view } = document;
    return { ...view, rootCertificate: `${this.config.publicUrl}/api/training-bodies/${bodyId}/trust/root.pem` };
  }
}
