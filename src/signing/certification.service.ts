import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { newId, sha256 } from '../common/ids.js';
import { Database } from '../database/database.js';
import { type TrainingBody } from '../people/training-body.entity.js';
import { type Credential, type Issuer, issueLeaf, makeAuthority, makeIssuing } from './authority.js';
import {
  certificateOf,
  certificateRow,
  type Holder,
  leafSubject,
  type RegisteredAuthority,
  registeredLeaf,
  standingAuthority,
} from './certificates.js';
import { KeyStore } from './key-store.js';
import { ListAddresses } from './list-addresses.js';
import { SigningCertificate } from './signing-certificate.entity.js';

type Body = Pick<TrainingBody, 'id' | 'name'>;

/** Makes keys and certificates. Of several instances that make one at once, the first to register it wins. */
@Injectable()
export class Certification {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyStore,
    private readonly addresses: ListAddresses,
  ) {}

  /** A root, an issuing CA and a seal. */
  async makeAuthority(body: Body): Promise<RegisteredAuthority> {
    const ids = { root: newId(), issuing: newId(), seal: newId() };
    const rootList = this.addresses.of(body.id, ids.root);
    const made = await makeAuthority(body, this.clock.now(), (use) => this.keys.make(ids[use]), rootList);
    const issuer = { ...made.issuing, listAddress: this.addresses.of(body.id, ids.issuing) };
    const whole = { id: body.id, name: body.name, role: 'seal', body } as const;
    const seal = await issueLeaf(issuer, whole, this.clock.now(), () => this.keys.make(ids.seal));
    const common = { bodyId: body.id, userId: null, subject: body.name, createdAt: this.clock.instant() };
    const issuers = { root: null, issuing: ids.root, seal: ids.issuing };
    const row = (use: keyof typeof ids, { certificate }: Credential): SigningCertificate =>
      certificateRow({ id: ids[use], use, issuerId: issuers[use], ...common }, certificate);
    const rows = [row('root', made.root), row('issuing', made.issuing), row('seal', seal)] as const;
    const data = { rootSha256: sha256(made.root.certificate), issuingSha256: sha256(made.issuing.certificate) };
    const earlier = await this.db.write(async (tx) => {
      const { root, issuing } = await standingAuthority(tx, body);
      if (root) return { root, issuing };
      await tx.insert(SigningCertificate, [...rows]);
      const about = { subjectId: body.id, bodyId: body.id, data };
      await audit(tx, systemActor, { at: common.createdAt, action: 'signing.authority_made', ...about });
      return null;
    });
    if (!earlier) return { root: rows[0], issuing: rows[1] };
    await Promise.all(rows.map(({ id }) => this.keys.discard(id)));
    const { root, issuing } = earlier;
    return issuing ? { root, issuing } : this.makeIssuing(body, root, null);
  }

  /** Another issuing CA under the root, in place of that one (null: of none). The root's key must be here. */
  async makeIssuing(
    body: Body,
    root: SigningCertificate,
    inPlaceOf: SigningCertificate | null,
  ): Promise<RegisteredAuthority> {
    const issuer = await this.openIssuer(root);
    const id = newId();
    const made = await makeIssuing(issuer, body, this.clock.now(), () => this.keys.make(id));
    const given = { id, bodyId: body.id, use: 'issuing', userId: null, issuerId: root.id, subject: body.name } as const;
    const row = certificateRow({ ...given, createdAt: this.clock.instant() }, made.certificate);
    const data = { issuingSha256: sha256(made.certificate) };
    const issuing = await this.db.write(async (tx) => {
      const current = await standingAuthority(tx, body);
      if (current.root?.id !== root.id) return null;
      if (current.issuing && current.issuing.id !== inPlaceOf?.id) return current.issuing;
      await tx.insert(SigningCertificate, row);
      const about = { subjectId: row.id, bodyId: body.id, data };
      await audit(tx, systemActor, { at: row.createdAt, action: 'signing.issuing_made', ...about });
      return row;
    });
    if (issuing !== row) await this.keys.discard(id);
    if (!issuing) throw new Error('The root was replaced meanwhile');
    return { root, issuing };
  }

  /** A key and certificate of this person, or the seal; null if another was registered meanwhile. */
  async makeLeaf(
    body: Body,
    authority: RegisteredAuthority,
    holder: Holder,
  ): Promise<{ row: SigningCertificate; made: Credential } | null> {
    const issuer = await this.openIssuer(authority.issuing);
    const now = this.clock.now();
    const { use, id, name } = holder;
    const userId = use === 'assessor' ? id : null;
    const keyId = newId();
    const made = await issueLeaf(issuer, { id, name, role: use, body }, now, () => this.keys.make(keyId));
    const issuerId = authority.issuing.id;
    const given = { id: keyId, bodyId: body.id, use, userId, issuerId, subject: leafSubject(holder, body) };
    const row = certificateRow({ ...given, createdAt: now.toISOString() }, made.certificate);
    const data = { ...(userId && { userId }), certificateSha256: sha256(made.certificate) };
    const won = await this.db.write(async (tx) => {
      const { issuing } = await standingAuthority(tx, body);
      if (issuing?.id !== issuerId || (await registeredLeaf(tx, { body, issuing }, holder, now))) return false;
      await tx.insert(SigningCertificate, row);
      const about = { subjectId: row.id, bodyId: body.id, data };
      const actor = userId ? { userId } : systemActor;
      await audit(tx, actor, { at: row.createdAt, action: 'signing.certificate_issued', ...about });
      return true;
    });
    if (won) return { row, made };
    await this.keys.discard(keyId);
    return null;
  }

  private async openIssuer(row: SigningCertificate): Promise<Issuer> {
    const listAddress = this.addresses.of(row.bodyId, row.id);
    return { certificate: certificateOf(row), key: await this.keys.open(row.id), listAddress };
  }
}
