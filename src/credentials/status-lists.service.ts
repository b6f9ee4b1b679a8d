import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { found } from '../common/errors.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { Authorities } from '../signing/authorities.service.js';
import { DidDocuments } from './did-documents.service.js';
import { signCredential } from './jws.js';
import { freshFor, statusListCredential, statusListUrl } from './status-list-credential.js';
import { StatusList } from './status-list.entity.js';

/** No column holds a greater number, and a database asked for one may take offence. */
const mostLists = 2 ** 31 - 1;

interface Signed {
  jwt: string;
  at: number;
  revoked: number;
  certificate: Uint8Array;
}

/** The published lists of which credentials are revoked. */
@Injectable()
export class StatusLists {
  private readonly signed = new Map<string, Signed>();

  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly authorities: Authorities,
    private readonly dids: DidDocuments,
  ) {}

  /** One list, signed by the body's seal: anew when a credential was revoked, and from time to time. Public knowledge. */
  async credential(bodyId: string, number: number): Promise<string> {
    const list = Math.abs(number) <= mostLists ? await this.db.read.findOneBy(StatusList, { bodyId, number }) : null;
    return this.sign(found(list));
  }

  /** All lists of a body, for whoever takes them along to check credentials offline. */
  async all(bodyId: string): Promise<string[]> {
    const lists = await this.db.read.find(StatusList, { where: { bodyId }, order: { number: 'ASC' } });
    return Promise.all(lists.map((list) => this.sign(list)));
  }

  /** Rows of revocations are only ever added, so that their number tells whether the list is still the same. */
  private async sign({ id, bodyId, number }: StatusList): Promise<string> {
    const revoked = await this.revoked(id);
    const signer = await this.authorities.sealFor(bodyId);
    const now = this.clock.now();
    const known = this.signed.get(id);
    const same = known?.revoked === revoked.length && Buffer.compare(known.certificate, signer.certificate) === 0;
    if (known && same && now.getTime() - known.at < freshFor) return known.jwt;
    const did = this.dids.didOf(bodyId);
    const url = statusListUrl(this.config.publicUrl, bodyId, number);
    const jwt = await signCredential(signer, did, statusListCredential(did, url, revoked, now));
    this.signed.set(id, { jwt, at: now.getTime(), revoked: revoked.length, certificate: signer.certificate });
    return jwt;
  }

  private async revoked(listId: string): Promise<number[]> {
    const rows: { position: number }[] = await this.db.read.sql`SELECT e.position AS position
      FROM status_revocations r JOIN status_entries e ON e.id = r.entry_id WHERE e.list_id = ${listId}`;
    return rows.map(({ position }) => position);
  }
}
