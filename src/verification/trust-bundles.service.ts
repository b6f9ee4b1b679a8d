import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { found } from '../common/errors.js';
import { Config } from '../config.js';
import { DidDocuments } from '../credentials/did-documents.service.js';
import { StatusLists } from '../credentials/status-lists.service.js';
import { Database } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { Authorities } from '../signing/authorities.service.js';
import { certificateToPem } from '../signing/pem.js';
import { endedDocuments } from './ended-documents.js';
import { type BundleContent, bundleSchema, sealBundle } from './trust-bundle.js';

/** Anybody may ask, and sealing costs: what was sealed is given to all who ask within a minute. */
const freshMs = 60_000;
const goodForMs = 7 * 86_400_000;

/** The bundles by which documents are checked offline, made when they are asked for. */
@Injectable()
export class TrustBundles {
  private readonly made = new Map<string, { at: number; text: Promise<string> }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly authorities: Authorities,
    private readonly dids: DidDocuments,
    private readonly statusLists: StatusLists,
  ) {}

  /** The bundle of a body as it is now, or was within the minute. Public knowledge. Throws `signing_unavailable`. */
  async of(bodyId: string): Promise<string> {
    const body = found(await this.db.read.findOneBy(TrainingBody, { id: bodyId }));
    const now = this.clock.now().getTime();
    const known = this.made.get(bodyId);
    if (known && now - known.at < freshMs && now >= known.at) return known.text;
    const text = this.make(body, new Date(now));
    this.made.set(bodyId, { at: now, text });
    text.catch(() => this.made.delete(bodyId));
    return text;
  }

  private async make({ id, name }: TrainingBody, now: Date): Promise<string> {
    const seal = await this.authorities.sealFor(id);
    const { crls } = await this.authorities.revocationsFor(id);
    const content: BundleContent = {
      schema: bundleSchema,
      body: { id, name },
      issuedAt: now.toISOString(),
      nextUpdate: new Date(now.getTime() + goodForMs).toISOString(),
      roots: (await this.authorities.trust(id)).root,
      timeStampRoots: this.config.tsaCertificates.map(certificateToPem).join(''),
      revocationLists: crls.map((list) => Buffer.from(list).toString('base64')),
      didDocument: await this.dids.of(id),
      statusLists: await this.statusLists.all(id),
      ended: await endedDocuments(this.db.read, id),
    };
    return sealBundle(content, seal);
  }
}
