import { Injectable, Logger } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { found } from '../common/errors.js';
import { newId, sha256 } from '../common/ids.js';
import { Database } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { type User } from '../people/user.entity.js';
import { type Credential, issueLeaf, makeAuthority } from './authority.js';
import {
  certificateRow,
  type Holder,
  leafSubject,
  type RegisteredAuthority,
  registeredAuthority,
  registeredLeaf,
} from './certificates.js';
import { KeyStore } from './key-store.js';
import { fromPem } from './pem.js';
import { memorySigner, type Signer } from './signer.js';
import { SigningCertificate } from './signing-certificate.entity.js';

/** Keys that are open in memory; the least recently used goes first. */
const mostSigners = 200;

/** The certificate authority of each training body, and the keys its assessors sign with. */
@Injectable()
export class Authorities {
  private readonly logger = new Logger('Signing');
  private readonly signers = new Map<string, Signer>();
  private readonly making = new Map<string, Promise<RegisteredAuthority>>();
  private proved = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyStore,
  ) {}

  /** At start: makes what training bodies lack, and finds out early whether the keys open. It never stops the start. */
  async prepare(): Promise<void> {
    try {
      await this.provePassphrase();
      const bodies = await this.db.read.find(TrainingBody, { order: { id: 'ASC' } });
      for (const body of bodies) await this.authorityOf(body);
    } catch (error) {
      this.logger.error({ err: error }, 'The signing keys could not be prepared; everything else goes on.');
    }
  }

  /** What a holder of documents trusts, as PEM: the body's root, and the row of issuers up to it. Public knowledge. */
  async trust(bodyId: string): Promise<{ root: string; chain: string }> {
    const body = found(await this.db.read.findOneBy(TrainingBody, { id: bodyId }));
    const { root, issuing } = await this.authorityOf(body);
    return { root: root.pem, chain: issuing.pem + root.pem };
  }

  /**
   * Signs as this person for this training body, with a certificate that is made when first needed.
   * Throws `signing_unavailable` while the keys cannot be opened.
   */
  async signerFor(bodyId: string, { id, name }: Pick<User, 'id' | 'name'>): Promise<Signer> {
    const body = found(await this.db.read.findOneBy(TrainingBody, { id: bodyId }));
    return this.signerOf(body, { use: 'assessor', id, name });
  }

  /**
   * Signs as the training body itself. The seal is made with the body's authority, and anew when it runs out or the
   * body is renamed. Throws `signing_unavailable` while the keys cannot be opened.
   */
  async sealFor(bodyId: string): Promise<Signer> {
    const body = found(await this.db.read.findOneBy(TrainingBody, { id: bodyId }));
    return this.signerOf(body, { use: 'seal', id: body.id, name: body.name });
  }

  private async signerOf(body: TrainingBody, holder: Holder): Promise<Signer> {
    const authority = await this.authorityOf(body);
    const leaf = await registeredLeaf(this.db.read, body, holder, this.clock.now());
    if (!leaf) return this.makeLeaf(body, authority, holder);
    const known = this.signers.get(leaf.id);
    if (known) return this.remember(leaf.id, known);
    const credential = { certificate: certificateOf(leaf), key: await this.keys.open(leaf.id) };
    return this.remember(leaf.id, memorySigner(credential, chainOf(authority)));
  }

  private async authorityOf(body: TrainingBody): Promise<RegisteredAuthority> {
    return (await registeredAuthority(this.db.read, body)) ?? this.makeOnce(body);
  }

  /** Making keys is dear and anybody may ask for a root, so those who ask at once wait for the same one. */
  private makeOnce(body: TrainingBody): Promise<RegisteredAuthority> {
    const making = this.making.get(body.id) ?? this.makeAuthority(body).finally(() => this.making.delete(body.id));
    this.making.set(body.id, making);
    return making;
  }

  /** Of several instances that make one at once, the first to register it wins. */
  private async makeAuthority(body: TrainingBody): Promise<RegisteredAuthority> {
    await this.provePassphrase();
    const ids = { root: newId(), issuing: newId(), seal: newId() };
    const made = await makeAuthority(body, this.clock.now(), (use) => this.keys.make(ids[use]));
    const whole = { id: body.id, name: body.name, role: 'seal', body } as const;
    const seal = await issueLeaf(made.issuing, whole, this.clock.now(), () => this.keys.make(ids.seal));
    const common = { bodyId: body.id, userId: null, subject: body.name, createdAt: this.clock.instant() };
    const row = (use: keyof typeof ids, { certificate }: Credential): SigningCertificate =>
      certificateRow({ id: ids[use], use, ...common }, certificate);
    const rows = [row('root', made.root), row('issuing', made.issuing), row('seal', seal)] as const;
    const data = { rootSha256: sha256(made.root.certificate), issuingSha256: sha256(made.issuing.certificate) };
    const authority = await this.db.write(async (tx) => {
      const earlier = await registeredAuthority(tx, body);
      if (earlier) return earlier;
      await tx.insert(SigningCertificate, [...rows]);
      const entry = {
        at: common.createdAt,
        action: 'signing.authority_made',
        subjectId: body.id,
        bodyId: body.id,
        data,
      };
      await audit(tx, systemActor, entry);
      return { root: rows[0], issuing: rows[1] };
    });
    if (authority.root !== rows[0]) await Promise.all(rows.map(({ id }) => this.keys.discard(id)));
    return authority;
  }

  private async makeLeaf(body: TrainingBody, authority: RegisteredAuthority, holder: Holder): Promise<Signer> {
    const issuing = { certificate: certificateOf(authority.issuing), key: await this.keys.open(authority.issuing.id) };
    const now = this.clock.now();
    const { use, id, name } = holder;
    const userId = use === 'assessor' ? id : null;
    const keyId = newId();
    const made = await issueLeaf(issuing, { id, name, role: use, body }, now, () => this.keys.make(keyId));
    const given = { id: keyId, bodyId: body.id, use, userId, subject: leafSubject(holder, body) };
    const row = certificateRow({ ...given, createdAt: now.toISOString() }, made.certificate);
    const data = { ...(userId && { userId }), certificateSha256: sha256(made.certificate) };
    const won = await this.db.write(async (tx) => {
      const current = await registeredAuthority(tx, body);
      if (current?.issuing.id !== authority.issuing.id || (await registeredLeaf(tx, body, holder, now))) return false;
      await tx.insert(SigningCertificate, row);
      const entry = {
        at: row.createdAt,
        action: 'signing.certificate_issued',
        subjectId: row.id,
        bodyId: body.id,
        data,
      };
      await audit(tx, userId ? { userId } : systemActor, entry);
      return true;
    });
    if (won) return this.remember(row.id, memorySigner(made, chainOf(authority)));
    await this.keys.discard(row.id);
    return this.signerOf(body, holder);
  }

  /** New keys are never protected by another passphrase than the old ones. */
  private async provePassphrase(): Promise<void> {
    if (this.proved) return;
    const any = await this.db.read.findOne(SigningCertificate, { where: {}, order: { id: 'DESC' } });
    if (any) await this.keys.open(any.id);
    this.proved = true;
  }

  private remember(id: string, signer: Signer): Signer {
    this.signers.delete(id);
    this.signers.set(id, signer);
    const [oldest] = this.signers.keys();
    if (this.signers.size > mostSigners) this.signers.delete(oldest!);
    return signer;
  }
}

const certificateOf = ({ pem }: SigningCertificate): Uint8Array => fromPem('CERTIFICATE', pem)[0]!;

const chainOf = ({ issuing, root }: RegisteredAuthority): Uint8Array[] => [certificateOf(issuing), certificateOf(root)];
