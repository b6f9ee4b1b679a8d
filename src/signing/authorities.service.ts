import { Injectable, Logger } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { Database } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { type User } from '../people/user.entity.js';
import {
  broughtSealsOf,
  certificateOf,
  type Holder,
  issuersOf,
  issuersWith,
  newestHere,
  type RegisteredAuthority,
  registeredLeaf,
  revokedOf,
  sealsToTrust,
  standingAuthority,
} from './certificates.js';
import { Certification } from './certification.service.js';
import { KeyStore } from './key-store.js';
import { certificateToPem } from './pem.js';
import { listBytes, RevocationLists } from './revocation-lists.service.js';
import { memorySigner, type Signer } from './signer.js';
import { type SigningCertificate } from './signing-certificate.entity.js';

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
    private readonly certification: Certification,
    private readonly lists: RevocationLists,
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

  /** Whether the newest key opens, for the operator to know. */
  async available(actor: Actor): Promise<boolean> {
    if (!actor.operator) throw new DomainError('forbidden');
    this.proved = false;
    await this.provePassphrase().catch((error: unknown) => {
      if (!(error instanceof DomainError && error.code === 'signing_unavailable')) throw error;
    });
    return this.proved;
  }

  /** The authority that the body signs under now; made where there is none. */
  async authority(bodyId: string): Promise<RegisteredAuthority> {
    return this.authorityOf(await this.body(bodyId));
  }

  /**
   * What a holder of documents trusts, as PEM: the body's roots, the present one first, and the row of issuers up to
   * it. Public knowledge; roots that were put aside stay, for the documents that were signed under them. A seal that
   * the body brought is named itself and not by its authority's root, which issues to everybody.
   */
  async trust(bodyId: string): Promise<{ root: string; chain: string }> {
    const body = await this.body(bodyId);
    const standing = await standingAuthority(this.db.read, body);
    // A revoked issuing certificate may wait for the root to come back: what is trusted does not change meanwhile.
    const { root, issuing } = standing.root ? { ...standing, root: standing.root } : await this.authorityOf(body);
    const issuers = await issuersOf(this.db.read, body);
    const revoked = await revokedOf(
      this.db.read,
      issuers.map(({ id }) => id),
    );
    const earlier = issuers.filter(({ id, use }) => use === 'root' && id !== root.id && !revoked.has(id));
    const roots = [root, ...earlier].map(({ pem }) => pem);
    const seals = (await sealsToTrust(this.db.read, bodyId)).map((row) => certificateToPem(certificateOf(row)));
    return { root: [...roots, ...seals].join(''), chain: (issuing?.pem ?? '') + root.pem };
  }

  /** What tells whether the certificates in a document of this body are revoked: the newest lists of their issuers. */
  async revocationsFor(bodyId: string): Promise<{ crls: Uint8Array[] }> {
    const crls: Uint8Array[] = [];
    for (const issuer of await issuersOf(this.db.read, await this.body(bodyId))) {
      const list = await this.lists.current(issuer);
      if (list) crls.push(listBytes(list));
    }
    return { crls };
  }

  /**
   * Signs as this person for this training body, with a certificate that is made when first needed.
   * Throws `signing_unavailable` while the keys cannot be opened.
   */
  async signerFor(bodyId: string, { id, name }: Pick<User, 'id' | 'name'>): Promise<Signer> {
    return this.signerOf(await this.body(bodyId), { use: 'assessor', id, name });
  }

  /**
   * Signs as the training body itself: by the seal it brought, while that is valid, or else by its own, which is made
   * with the body's authority, and anew when it runs out or the body is renamed. Throws `signing_unavailable` while the keys cannot be opened.
   */
  async sealFor(bodyId: string): Promise<Signer> {
    const body = await this.body(bodyId);
    const [brought] = await broughtSealsOf(this.db.read, bodyId, this.clock.now());
    if (brought) return this.open(brought, issuersWith(brought));
    return this.signerOf(body, { use: 'seal', id: body.id, name: body.name });
  }

  /** The register is asked each time, so that a key which was revoked meanwhile, here or elsewhere, signs no more. */
  private async signerOf(body: TrainingBody, holder: Holder): Promise<Signer> {
    const authority = await this.authorityOf(body);
    const { issuing } = authority;
    const leaf = await registeredLeaf(this.db.read, { body, issuing }, holder, this.clock.now());
    if (!leaf) return this.makeLeaf(body, authority, holder);
    return this.open(leaf, chainOf(authority));
  }

  private async open(leaf: SigningCertificate, chain: Uint8Array[]): Promise<Signer> {
    const known = this.signers.get(leaf.id);
    if (known) return this.remember(leaf.id, known);
    const credential = { certificate: certificateOf(leaf), key: await this.keys.open(leaf.id) };
    return this.remember(leaf.id, memorySigner(credential, chain));
  }

  private async makeLeaf(body: TrainingBody, authority: RegisteredAuthority, holder: Holder): Promise<Signer> {
    const leaf = await this.certification.makeLeaf(body, authority, holder);
    if (!leaf) return this.signerOf(body, holder);
    return this.remember(leaf.row.id, memorySigner(leaf.made, chainOf(authority)));
  }

  private async authorityOf(body: TrainingBody): Promise<RegisteredAuthority> {
    const { root, issuing } = await standingAuthority(this.db.read, body);
    return root && issuing ? { root, issuing } : this.makeOnce(body, root);
  }

  /** Making keys is dear and anybody may ask for a root, so those who ask at once wait for the same one. */
  private makeOnce(body: TrainingBody, root: SigningCertificate | null): Promise<RegisteredAuthority> {
    const making = this.making.get(body.id) ?? this.make(body, root).finally(() => this.making.delete(body.id));
    this.making.set(body.id, making);
    return making;
  }

  private async make(body: TrainingBody, root: SigningCertificate | null): Promise<RegisteredAuthority> {
    await this.provePassphrase();
    return root ? this.certification.makeIssuing(body, root, null) : this.certification.makeAuthority(body);
  }

  /** New keys are never protected by another passphrase than the old ones. */
  private async provePassphrase(): Promise<void> {
    if (this.proved) return;
    const any = await newestHere(this.db.read);
    if (any) await this.keys.open(any.id);
    this.proved = true;
  }

  private async body(id: string): Promise<TrainingBody> {
    return found(await this.db.read.findOneBy(TrainingBody, { id }));
  }

  private remember(id: string, signer: Signer): Signer {
    this.signers.delete(id);
    this.signers.set(id, signer);
    const [oldest] = this.signers.keys();
    if (this.signers.size > mostSigners) this.signers.delete(oldest!);
    return signer;
  }
}

const chainOf = ({ issuing, root }: RegisteredAuthority): Uint8Array[] => [certificateOf(issuing), certificateOf(root)];
