import { Injectable } from '@nestjs/common';
import { accessToChange } from '../assessments/access.js';
import { requireEntitled } from '../assessments/entitlement.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { Claim } from '../evidence/claim.entity.js';
import { insertClaims } from '../evidence/claims.service.js';
import { EvidenceFile } from '../evidence/evidence-file.entity.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { freshClaim } from '../evidence/fresh.js';
import { accessItem } from '../evidence/items.js';
import { type SignedContent, contentSha256, signedContent } from './content.js';
import { refuseFaults, signingFaults } from './faults.js';
import { Observation } from './observation.entity.js';
import { isAuthor } from './observations.policy.js';
import { ObservationsService } from './observations.service.js';
import { type NamedObservation } from './observations.view.js';

/** What a signature covers, or would cover now, and its hash. */
export interface Covered {
  content: SignedContent;
  contentSha256: string;
  signedAt: string | null;
}

/** The assessor's word that a record is what they saw: login, time and hash, no more than that. */
@Injectable()
export class SignaturesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly observations: ObservationsService,
  ) {}

  async covered(actor: Actor, id: string): Promise<Covered> {
    const { observation, item } = await this.observations.find(actor, id);
    const content = await this.contentOf(this.db.read, observation, item);
    return { content, contentSha256: contentSha256(content), signedAt: item.signedAt };
  }

  /**
   * Locks the record for good and claims, once, every target that was shown; to judge those claims is another act.
   * Signing again answers what the first signature did.
   */
  async sign(
    actor: Actor,
    id: string,
    seenSha256: string | null,
  ): Promise<{ named: NamedObservation; claims: Claim[] }> {
    await this.db.write(async (tx) => {
      const { item } = await accessItem(tx, actor, id, 'observe');
      const observation = found(await tx.findOneBy(Observation, { id }));
      if (!isAuthor(actor, observation)) throw new DomainError('forbidden');
      if (!item.signedAt) await this.signDraft(tx, actor, observation, item, seenSha256);
      else if (seenSha256 && seenSha256 !== observation.signedSha256) throw new DomainError('precondition_failed');
    });
    const named = await this.observations.find(actor, id);
    return { named, claims: await this.claimsOf(this.db.read, named.observation) };
  }

  private async signDraft(
    tx: Tx,
    actor: Actor,
    observation: Observation,
    item: EvidenceItem,
    seenSha256: string | null,
  ): Promise<void> {
    if (item.withdrawnAt) throw new DomainError('evidence_withdrawn');
    const { assessment } = await accessToChange(tx, actor, item.assessmentId, 'observe');
    const at = this.clock.instant();
    await requireEntitled(tx, actor, assessment, at);
    refuseFaults(signingFaults(observation));
    const signedSha256 = contentSha256(await this.contentOf(tx, observation, item));
    if (seenSha256 && seenSha256 !== signedSha256) throw new DomainError('precondition_failed');
    const { id } = observation;
    await tx.update(EvidenceItem, { id }, { signedAt: at });
    await tx.update(Observation, { id }, { signedSha256, revision: observation.revision + 1 });
    await insertClaims(tx, actor, assessment, await this.newClaims(tx, observation, item, at), at);
    const data = { evidenceId: id, sha256: signedSha256 };
    const entry = { at, action: 'observation.signed', subjectId: assessment.id, bodyId: assessment.bodyId, data };
    await audit(tx, actor, entry);
  }

  private async contentOf(reader: Reader, observation: Observation, item: EvidenceItem): Promise<SignedContent> {
    return signedContent(observation, item, await reader.findBy(EvidenceFile, { itemId: observation.id }));
  }

  /** One claim for each target shown that the draft was not mapped to by hand. */
  private async newClaims(tx: Tx, observation: Observation, item: EvidenceItem, at: string): Promise<Claim[]> {
    const claimed = (await this.claimsOf(tx, observation)).filter((claim) => !claim.withdrawnAt);
    return shownRefs(observation)
      .filter((ref) => !claimed.some((claim) => claim.targetRef === ref))
      .map((targetRef) => ({
        ...freshClaim,
        id: newId(),
        assessmentId: item.assessmentId,
        itemId: item.id,
        targetRef,
        method: observation.method,
        proposedBy: observation.assessorId,
        proposedAt: at,
      }));
  }

  /** The claims that this record shows what it shows, in the order it was written down. */
  private async claimsOf(reader: Reader, observation: Observation): Promise<Claim[]> {
    const refs = shownRefs(observation);
    const claims = await reader.find(Claim, { where: { itemId: observation.id }, order: { id: 'ASC' } });
    return refs.flatMap((ref) => claims.filter((claim) => claim.targetRef === ref));
  }
}

function shownRefs({ outcomes }: Observation): string[] {
  return outcomes.filter(({ outcome }) => outcome === 'shown').map(({ ref }) => ref);
}
