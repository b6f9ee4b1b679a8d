import { Injectable } from '@nestjs/common';
import { accessToChange } from '../assessments/access.js';
import { requireEntitled } from '../assessments/entitlement.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { Claim } from './claim.entity.js';
import { insertClaims } from './claims.service.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { freshClaim } from './fresh.js';
import { accessItem, contentId } from './items.js';
import { type SignedContent, signedContent, signedSha256 } from './record-content.js';
import { refuseFaults } from './record-faults.js';
import { type NamedRecord, type RecordContent, type RecordKind, type RecordRow } from './record-kind.js';
import { isAuthor, Records, recordUnder } from './records.service.js';

/** What a signature covers, or would cover now, and its hash. */
export interface Covered<Content> {
  content: SignedContent<Content>;
  contentSha256: string;
  signedAt: string | null;
}

/** The assessor's word that a record is true: login, time and hash, no more than that. */
@Injectable()
export class Signatures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly records: Records,
  ) {}

  async covered<Row extends RecordRow, Content extends RecordContent>(
    actor: Actor,
    kind: RecordKind<Row, Content>,
    id: string,
  ): Promise<Covered<Content>> {
    const { record, item } = await this.records.find(actor, kind, id);
    const content = await contentOf(this.db.read, kind, record, item);
    return { content, contentSha256: signedSha256(content), signedAt: item.signedAt };
  }

  /**
   * Locks the record for good and claims, once, every target it shows; to judge those claims is another act. Signing
   * again answers what the first signature did.
   */
  async sign<Row extends RecordRow, Content extends RecordContent>(
    actor: Actor,
    kind: RecordKind<Row, Content>,
    id: string,
    seenSha256: string | null,
  ): Promise<{ named: NamedRecord<Row>; claims: Claim[] }> {
    await this.db.write(async (tx) => {
      const { item } = await accessItem(tx, actor, id, 'observe');
      const record = found(await recordUnder(tx, kind, contentId(item)));
      if (!isAuthor(actor, record)) throw new DomainError('forbidden');
      if (!item.signedAt) await this.signDraft(tx, actor, kind, { record, item }, seenSha256);
      else if (seenSha256 && seenSha256 !== record.signedSha256) throw new DomainError('precondition_failed');
    });
    const named = await this.records.find(actor, kind, id);
    return { named, claims: await claimsOf(this.db.read, kind, named) };
  }

  private async signDraft<Row extends RecordRow, Content extends RecordContent>(
    tx: Tx,
    actor: Actor,
    kind: RecordKind<Row, Content>,
    { record, item }: { record: Row; item: EvidenceItem },
    seenSha256: string | null,
  ): Promise<void> {
    if (item.withdrawnAt) throw new DomainError('evidence_withdrawn');
    const { assessment } = await accessToChange(tx, actor, item.assessmentId, 'observe');
    const at = this.clock.instant();
    await requireEntitled(tx, actor, assessment, at);
    refuseFaults(await kind.signingFaults(record, item, tx));
    const sha256 = signedSha256(await contentOf(tx, kind, record, item));
    if (seenSha256 && seenSha256 !== sha256) throw new DomainError('precondition_failed');
    const { id } = record;
    await tx.update(EvidenceItem, { id }, { signedAt: at });
    await tx.update<RecordRow>(kind.entity, { id }, { signedSha256: sha256, revision: record.revision + 1 });
    await insertClaims(tx, actor, assessment, await newClaims(tx, kind, record, item, at), at);
    const { id: subjectId, bodyId } = assessment;
    await audit(tx, actor, { at, action: `${kind.name}.signed`, subjectId, bodyId, data: { evidenceId: id, sha256 } });
  }
}

/** A carried record is what was signed, as the item it was then. */
async function contentOf<Row extends RecordRow, Content extends RecordContent>(
  reader: Reader,
  kind: RecordKind<Row, Content>,
  record: Row,
  item: EvidenceItem,
): Promise<SignedContent<Content>> {
  const signed = item.originId ? found(await reader.findOneBy(EvidenceItem, { id: item.originId })) : item;
  return signedContent(kind, record, signed, await reader.findBy(EvidenceFile, { itemId: record.id }));
}

/** One claim for each target shown that the draft was not mapped to by hand. */
async function newClaims<Row extends RecordRow>(
  tx: Tx,
  kind: Pick<RecordKind<Row, never>, 'claimedRefs'>,
  record: Row,
  item: EvidenceItem,
  at: string,
): Promise<Claim[]> {
  const claimed = (await claimsOf(tx, kind, { record, item })).filter((claim) => !claim.withdrawnAt);
  return kind
    .claimedRefs(record)
    .filter((ref) => !claimed.some((claim) => claim.targetRef === ref))
    .map((targetRef) => ({
      ...freshClaim,
      id: newId(),
      assessmentId: item.assessmentId,
      itemId: item.id,
      targetRef,
      method: record.method,
      proposedBy: record.assessorId,
      proposedAt: at,
    }));
}

/** The claims that this record shows what it shows, in the order it was written down. */
async function claimsOf<Row extends RecordRow>(
  reader: Reader,
  kind: Pick<RecordKind<Row, never>, 'claimedRefs'>,
  { record, item }: { record: Row; item: EvidenceItem },
): Promise<Claim[]> {
  const claims = await reader.find(Claim, { where: { itemId: item.id }, order: { id: 'ASC' } });
  return kind.claimedRefs(record).flatMap((ref) => claims.filter((claim) => claim.targetRef === ref));
}
