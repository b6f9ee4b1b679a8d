import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { In, IsNull, Not } from 'typeorm';
import { accessToChange } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { Assignment } from '../assessments/assignment.entity.js';
import { requireEntitled } from '../assessments/entitlement.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { Claim } from '../evidence/claim.entity.js';
import { insertClaims } from '../evidence/claims.service.js';
import { refuseFaults } from '../evidence/record-faults.js';
import { concludedClaims } from './concluded-claims.js';
import { conclusionFaults } from './conclusion-faults.js';
import { shownRefs, sideBySide } from './side-by-side.js';
import {
  accessSitting,
  conclusionSha256,
  recordsSha256,
  type SittingRecord,
  signedRecords,
} from './sitting-records.js';
import { SittingConclusion } from './sitting.entity.js';
import { type ConcludeSitting } from './sittings.dto.js';

/** The one conclusion that the lead assessor draws from what several observers saw. */
@Injectable()
export class ConclusionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Concludes a sitting once and for all, and claims what was concluded to be shown. The same conclusion again answers
   * what the first one did.
   */
  async conclude(
    actor: Actor,
    sittingId: string,
    input: ConcludeSitting,
  ): Promise<{ claims: Claim[]; created: boolean }> {
    const content = contentOf(input);
    const [id, seen] = [input.id?.toLowerCase(), input.seenSha256];
    const created = await this.db.write(async (tx) => {
      const { assessment, records } = await accessSitting(tx, actor, sittingId, 'decide');
      const known = await tx.findOneBy(SittingConclusion, { sittingId });
      if (known) {
        if (!sameConclusion(known, content, id)) throw new DomainError('sitting_concluded');
        return false;
      }
      if (id && (await tx.existsBy(SittingConclusion, { id }))) throw new DomainError('already_exists');
      await accessToChange(tx, actor, assessment.id, 'decide');
      const at = this.clock.instant();
      await requireEntitled(tx, actor, assessment, at);
      const signed = await requireSigned(tx, assessment.id, records);
      if (seen && seen !== recordsSha256(sittingId, signed)) throw new DomainError('precondition_failed');
      refuseFaults(conclusionFaults(content.outcomes, sideBySide(signed.map(({ record }) => record))));
      const row = { id: id ?? newId(), sittingId, concludedBy: actor.userId, ...content };
      await this.store(tx, actor, assessment, { ...row, concludedAt: at }, signed);
      return true;
    });
    const { records } = await accessSitting(this.db.read, actor, sittingId, 'read');
    return { claims: await claimsOn(this.db.read, records, shownRefs(content)), created };
  }

  private async store(
    tx: Tx,
    actor: Actor,
    assessment: Assessment,
    row: Omit<SittingConclusion, 'contentSha256'>,
    signed: SittingRecord[],
  ): Promise<void> {
    const { id, sittingId, concludedAt: at } = row;
    const sha256 = conclusionSha256(row, signed);
    await tx.insert(SittingConclusion, { ...row, contentSha256: sha256 });
    const refs = shownRefs(row);
    const claimed = (await claimsOn(tx, signed, refs)).filter(({ withdrawnAt }) => !withdrawnAt);
    const open = refs.filter((ref) => !claimed.some(({ targetRef }) => targetRef === ref));
    await insertClaims(tx, actor, assessment, concludedClaims(open, signed, actor.userId, at), at);
    const subject = { subjectId: assessment.id, bodyId: assessment.bodyId };
    const data = { sittingId, conclusionId: id, sha256 };
    await audit(tx, actor, { at, action: 'sitting.concluded', ...subject, data });
  }
}

type Content = Pick<SittingConclusion, 'outcomes' | 'notes'>;

function contentOf({ outcomes, notes }: ConcludeSitting): Content {
  return {
    outcomes: outcomes.map(({ ref, outcome, reason }) => ({ ref, outcome, reason: reason || null })),
    notes: notes ?? '',
  };
}

function sameConclusion({ id, outcomes, notes }: SittingConclusion, content: Content, asked?: string): boolean {
  return (!asked || asked === id) && canonicalize({ outcomes, notes }) === canonicalize(content);
}

/**
 * The signed records, if they are all there are and at least two. A draft of somebody who assesses no longer is nobody's
 * to sign, and holds up nothing.
 */
async function requireSigned(
  tx: Tx,
  assessmentId: string,
  records: readonly SittingRecord[],
): Promise<SittingRecord[]> {
  const assigned = await tx.findBy(Assignment, { assessmentId, duty: Not('verifier'), endedAt: IsNull() });
  const assessors = new Set(assigned.map(({ userId }) => userId));
  const signed = signedRecords(records);
  const drafts = records.filter(
    ({ item, record }) => !item.withdrawnAt && !item.signedAt && assessors.has(record.assessorId),
  );
  if (drafts.length > 0 || signed.length < 2) {
    throw new DomainError('sitting_unready', { signed: signed.length, drafts: drafts.length });
  }
  return signed;
}

/** What these records are claimed to show of these targets, by whomever. */
async function claimsOn(reader: Reader, records: readonly SittingRecord[], refs: readonly string[]): Promise<Claim[]> {
  const itemId = In(records.map(({ item }) => item.id));
  const claims = await reader.find(Claim, { where: { itemId }, order: { id: 'ASC' } });
  return refs.flatMap((ref) => claims.filter(({ targetRef }) => targetRef === ref));
}
