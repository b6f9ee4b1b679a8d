import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { clientNetwork } from '../auth/client-network.js';
import { Throttles } from '../auth/throttle.js';
import { dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { sha256 } from '../common/ids.js';
import { sameName } from '../common/same-person.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { revisionsOf } from '../preservation/revisions.js';
import { maskedName } from './masked-name.js';
import { readNumber } from './number.js';
import { registered } from './registered.js';
import { type Registered } from './registered-certificate.js';
import { type NumberAndName } from './verification.dto.js';
import { type RegisteredDocumentView } from './verification.view.js';

/** However a question about a name is refused, it takes this long: what was looked up meanwhile does not show. */
const refusalMs = 150;

/** The public side: whoever holds a document number may compare, and learns no name that they did not bring. */
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
  async verify(address: string, typed: string): Promise<RegisteredDocumentView> {
    const document = await this.document(found(readNumber(typed)));
    if (document) return document;
    const key = sha256(`verify:${clientNetwork(address)}`);
    await this.throttles.attempt([{ key, failures: 60, windowSeconds: 60 }]);
    throw new DomainError('not_found');
  }

  /**
   * The same, with the holder's name, for who knows both. A wrong name and an unknown number are one answer, and count
   * alike. Throws `not_found` and `throttled`.
   */
  async verifyNamed(address: string, { number: typed, name }: NumberAndName): Promise<RegisteredDocumentView> {
    const refusal = wait(refusalMs, undefined, { ref: false });
    const documentNumber = readNumber(typed);
    const limits = guessing(documentNumber ?? typed, clientNetwork(address));
    await this.throttles.attempt(limits);
    const document = documentNumber ? await registered(this.db.read, documentNumber) : null;
    if (!document || !(document.view.deletion || sameName(document.holderName, name))) {
      await refusal;
      throw new DomainError('not_found');
    }
    await this.throttles.forgive(limits);
    return this.asView(document, true);
  }

  /** Counts a file that is to be looked at, before a byte of it is read. Throws `throttled`. */
  async countFile(address: string): Promise<void> {
    const key = sha256(`verify-file:${clientNetwork(address)}`);
    await this.throttles.attempt([{ key, failures: 60, windowSeconds: 60 }]);
  }

  /** What the register says of a document; null if it has none of this number. */
  async document(documentNumber: string, { wholeName = false } = {}): Promise<RegisteredDocumentView | null> {
    const document = await registered(this.db.read, documentNumber);
    return document && this.asView(document, wholeName);
  }

  private async asView({ bodyId, holderName, view }: Registered, wholeName: boolean): Promise<RegisteredDocumentView> {
    const states = await revisionsOf(this.db.read, view.documentNumber);
    const revisions = states.map(({ sha256, size, level, madeAt }) => ({
      sha256,
      size,
      level,
      madeOn: dateIn(madeAt),
    }));
    const trust = `${this.config.publicUrl}/api/training-bodies/${bodyId}/trust`;
    const name = holderName !== null && (wholeName ? holderName : maskedName(holderName));
    const holder = name ? { name, masked: !wholeName } : null;
    return { ...view, holder, revisions, rootCertificate: `${trust}/root.pem`, trustBundle: `${trust}/bundle` };
  }
}

/** Names are tried on one number from one address, on one number from everywhere, or from one address on many. */
function guessing(number: string, network: string): { key: string; failures: number; windowSeconds: number }[] {
  return [
    { key: sha256(`verify-name:${number}:${network}`), failures: 20, windowSeconds: 15 * 60 },
    { key: sha256(`verify-name:${number}`), failures: 100, windowSeconds: 24 * 3600 },
    { key: sha256(`verify-name-from:${network}`), failures: 60, windowSeconds: 60 },
  ];
}
