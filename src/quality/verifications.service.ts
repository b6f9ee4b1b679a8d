import canonicalize from 'canonicalize';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { access, accessAfterVerdict, owesBlindJudgements } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { Assignment } from '../assessments/assignment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId, sha256 } from '../common/ids.js';
import { afterKey, type Page, type PageQuery, pageOf } from '../common/paging.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { dropNotices, notify } from '../notices/notify.js';
import { Membership } from '../people/membership.entity.js';
import { namesOf } from '../people/names.js';
import { requirePlanner } from './quality.policy.js';
import { SampleAssignment } from './sampling.entity.js';
import { requireOutsider } from './took-part.js';
import { Verification, VerificationAction, type VerificationFinding } from './verification.entity.js';
import { refuseIncomplete } from './verification-faults.js';
import { type RecordVerification, type VerificationsQuery } from './verifications.dto.js';
import { type VerificationState, type WholeVerification } from './verifications.view.js';

/** What verifiers find in how assessments were done, and what is done about it. No verdict changes by it (rule P9). */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Signs a verification, and tells those who are to act on it. The same id again answers what is there. */
  async record(
    actor: Actor,
    assessmentId: string,
    input: RecordVerification,
  ): Promise<{ verification: WholeVerification; created: boolean }> {
    const signed = contentOf(actor, assessmentId, input);
    const { id, sampleId } = signed;
    const created = await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'verify');
      const known = await tx.findOneBy(Verification, { id });
      if (known && known.contentSha256 !== signed.contentSha256) throw new DomainError('already_exists');
      if (known) return false;
      const { assessment } = await accessAfterVerdict(tx, actor, assessmentId, 'verify');
      const at = this.clock.instant();
      await requireOutsider(tx, assessmentId, actor.userId);
      refuseIncomplete(input, dateIn(at));
      if (sampleId) found(await tx.findOneBy(SampleAssignment, { sampleId, assessmentId, verifierId: actor.userId }));
      await refuseUnknownTargets(tx, assessment, signed.findings);
      await tx.insert(Verification, { ...signed, signedAt: at });
      if (signed.outcome === 'action_required') await tell(tx, assessment, signed, at);
      const { bodyId } = assessment;
      const { outcome, contentSha256 } = signed;
      const data = { verificationId: id, sampleId, outcome, contentSha256 };
      await audit(tx, actor, { at, action: 'verification.signed', subjectId: assessmentId, bodyId, data });
      return true;
    });
    return { verification: await this.whole(id), created };
  }

  /** The verifications of an assessment, oldest first. */
  async list(actor: Actor, assessmentId: string, query: PageQuery): Promise<Page<WholeVerification>> {
    await access(this.db.read, actor, assessmentId, 'see_verifications');
    const rows = this.db.read
      .createQueryBuilder(Verification, 'v')
      .where('v.assessment_id = :assessmentId', { assessmentId });
    return this.page(rows, query);
  }

  /** The verifications at a body, oldest first, for those who run it: none of their own assessments. */
  async ofBody(
    actor: Actor,
    bodyId: string,
    { state, ...query }: VerificationsQuery,
  ): Promise<Page<WholeVerification>> {
    requirePlanner(actor, bodyId);
    const today = dateIn(this.clock.instant());
    const rows = this.db.read
      .createQueryBuilder(Verification, 'v')
      .innerJoin('assessments', 'a', 'a.id = v.assessment_id')
      .leftJoin('verification_actions', 'c', 'c.verification_id = v.id')
      .where('a.body_id = :bodyId AND a.candidate_id <> :me', { bodyId, me: actor.userId })
      .andWhere(`NOT ${owesBlindJudgements(':me')}`);
    if (state) rows.andWhere(inState[state], { today });
    return this.page(rows, query);
  }

  private async page(rows: SelectQueryBuilder<Verification>, query: PageQuery): Promise<Page<WholeVerification>> {
    const after = afterKey(query);
    if (after) rows.andWhere('v.signed_at || v.id > :after', { after });
    const verifications = await rows
      .orderBy('v.signed_at || v.id')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(verifications, query.limit, ({ signedAt, id }) => signedAt + id);
    return { ...page, items: await wholeVerifications(this.db.read, page.items, dateIn(this.clock.instant())) };
  }

  /** Reports the action of a verification done, once. */
  async complete(actor: Actor, id: string, note: string): Promise<WholeVerification> {
    await this.db.write(async (tx) => {
      const verification = found(await tx.findOneBy(Verification, { id }));
      const { assessmentId, outcome } = verification;
      const { assessment } = await accessAfterVerdict(tx, actor, assessmentId, 'act_on_verification');
      if (outcome !== 'action_required') throw new DomainError('no_action_required');
      const known = await tx.findOneBy(VerificationAction, { verificationId: id });
      if (known && known.doneBy === actor.userId && known.note === note) return;
      if (known) throw new DomainError('verification_done');
      const doneAt = this.clock.instant();
      await tx.insert(VerificationAction, { id: newId(), verificationId: id, doneBy: actor.userId, doneAt, note });
      await dropNotices(tx, id, doneAt);
      const { bodyId } = assessment;
      const data = { verificationId: id };
      await audit(tx, actor, { at: doneAt, action: 'verification.completed', subjectId: assessmentId, bodyId, data });
    });
    return this.whole(id);
  }

  private async whole(id: string): Promise<WholeVerification> {
    const row = found(await this.db.read.findOneBy(Verification, { id }));
    return (await wholeVerifications(this.db.read, [row], dateIn(this.clock.instant())))[0]!;
  }
}

/** What `stateOf` says of one, asked of many. */
const inState: Readonly<Record<VerificationState, string>> = {
  confirmed: "v.outcome = 'confirmed'",
  open: "v.outcome = 'action_required' AND c.id IS NULL AND v.due_on >= :today",
  overdue: "v.outcome = 'action_required' AND c.id IS NULL AND v.due_on < :today",
  done: "v.outcome = 'action_required' AND c.id IS NOT NULL",
};

function contentOf(actor: Actor, assessmentId: string, input: RecordVerification): Omit<Verification, 'signedAt'> {
  const content = {
    id: input.id?.toLowerCase() ?? newId(),
    assessmentId,
    sampleId: input.sampleId?.toLowerCase() ?? null,
    verifierId: actor.userId,
    findings: input.findings.map(({ ruleOfEvidence, targetRef, text }): VerificationFinding => {
      return { ruleOfEvidence: ruleOfEvidence ?? null, targetRef: targetRef ?? null, text };
    }),
    outcome: input.outcome,
    action: input.action || null,
    dueOn: input.dueOn ?? null,
  };
  return { ...content, contentSha256: sha256(canonicalize(content)!) };
}

async function refuseUnknownTargets(
  reader: Reader,
  { documentId }: Assessment,
  findings: readonly VerificationFinding[],
): Promise<void> {
  const refs = findings.flatMap(({ targetRef }) => targetRef ?? []);
  const items = await reader.find(CompetencyItem, { where: { documentId, ref: In(refs) }, select: { ref: true } });
  const known = new Set(items.map(({ ref }) => ref));
  const fields = findings.flatMap(({ targetRef }, index) =>
    targetRef && !known.has(targetRef) ? [{ field: `findings.${index}.targetRef`, rule: 'isKnownTarget' }] : [],
  );
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
}

/** The lead assessor is to act, and the body's officers to see that it is done; never the candidate. */
async function tell(
  tx: Tx,
  { id: assessmentId, bodyId, candidateId }: Assessment,
  { id: causeId, action, dueOn }: Pick<Verification, 'id' | 'action' | 'dueOn'>,
  at: string,
): Promise<void> {
  const leads = await tx.findBy(Assignment, { assessmentId, duty: 'lead_assessor', endedAt: IsNull() });
  const officers = await tx.findBy(Membership, { bodyId, role: 'officer', endedAt: IsNull() });
  const params = { what: action!, dueOn, place: `/assessments/${assessmentId}/verification` as const };
  const told = new Set([...leads, ...officers].map((row) => row.userId));
  told.delete(candidateId);
  for (const userId of told)
    await notify(tx, { kind: 'verification_action', to: { userId }, bodyId, params, causeId, at });
}

async function wholeVerifications(
  reader: Reader,
  verifications: readonly Verification[],
  today: string,
): Promise<WholeVerification[]> {
  const completions = await reader.findBy(VerificationAction, {
    verificationId: In(verifications.map(({ id }) => id)),
  });
  const people = [...verifications.map((row) => row.verifierId), ...completions.map((row) => row.doneBy)];
  const names = await namesOf(reader, people);
  return verifications.map((verification) => {
    const completion = completions.find(({ verificationId }) => verificationId === verification.id) ?? null;
    return { verification, completion, names, today };
  });
}
