import { type FindManyOptions, In, IsNull, Not, type ObjectLiteral } from 'typeorm';
import { Assignment, InterestDeclaration } from '../assessments/assignment.entity.js';
import { Tombstone } from '../assessments/tombstone.entity.js';
import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { AuthenticityCheck } from '../evidence/authenticity-check.entity.js';
import { Declaration } from '../evidence/declaration.entity.js';
import { type PackPart } from '../i18n/audit-packs.js';
import { Observation } from '../observations/observation.entity.js';
import { Sitting, SittingConclusion } from '../observations/sitting.entity.js';
import { PlanAcknowledgement } from '../plans/plan-acknowledgement.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { BlindJudgement } from '../quality/blind-judgement.entity.js';
import { Verification, VerificationAction } from '../quality/verification.entity.js';
import { Questioning } from '../questioning/questioning.entity.js';
import { EvidenceRequest, RequestAnswer } from '../requests/evidence-request.entity.js';
import { SelfAssessment } from '../self-assessments/self-assessment.entity.js';
import { Attribution } from '../sufficiency/attribution.entity.js';
import { Waiver, WaiverWithdrawal } from '../sufficiency/waiver.entity.js';
import { Invitation } from '../third-parties/invitation.entity.js';
import { ThirdPartyReport } from '../third-parties/report.entity.js';

/** What records belong to. */
export interface Scope {
  assessmentId: string;
  /** Of items that are no drafts, and of what they carry over. */
  itemIds: string[];
}

export interface RecordFile {
  part: PackPart;
  load: (reader: Reader, scope: Scope) => Promise<object[]>;
}

type Kind<T> = new () => T;

function ofAssessment<T extends ObjectLiteral & { id: string; assessmentId: string }>(entity: Kind<T>) {
  return (reader: Reader, { assessmentId }: Scope): Promise<T[]> =>
    reader.find(entity, { where: { assessmentId }, order: { id: 'ASC' } } as unknown as FindManyOptions<T>);
}

function ofItems<T extends ObjectLiteral>(entity: Kind<T>, column: string, where: object = {}) {
  return (reader: Reader, { itemIds }: Scope): Promise<T[]> => {
    const found = { where: { [column]: In(itemIds), ...where } };
    return itemIds.length === 0 ? Promise.resolve([]) : reader.find(entity, found as FindManyOptions<T>);
  };
}

/** Joins to each row what was said of it, under a name. */
async function joined<T extends { id: string }, S extends object>(
  rows: Promise<T[]>,
  load: (ids: string[]) => Promise<S[]>,
  name: string,
  key: keyof S,
): Promise<object[]> {
  const all = await rows;
  const said = all.length > 0 ? groupBy(await load(all.map(({ id }) => id)), (row) => row[key] as string) : null;
  return all.map((row) => ({ ...row, [name]: said?.get(row.id) ?? [] }));
}

/** What is kept of an assessment beside its evidence, claims, judgements and verdict, a file each. */
export const recordFiles: readonly RecordFile[] = [
  {
    part: 'plans',
    load: (reader, scope) => {
      const acknowledged = (ids: string[]) => reader.findBy(PlanAcknowledgement, { planId: In(ids) });
      return joined(ofAssessment(Plan)(reader, scope), acknowledged, 'acknowledgements', 'planId');
    },
  },
  { part: 'observations', load: ofItems(Observation, 'id', { signedSha256: Not(IsNull()) }) },
  {
    part: 'sittings',
    load: (reader, scope) => {
      const concluded = (ids: string[]) => reader.findBy(SittingConclusion, { sittingId: In(ids) });
      return joined(ofAssessment(Sitting)(reader, scope), concluded, 'conclusions', 'sittingId');
    },
  },
  { part: 'questionings', load: ofItems(Questioning, 'id', { signedSha256: Not(IsNull()) }) },
  { part: 'reports', load: ofItems(ThirdPartyReport, 'itemId') },
  {
    part: 'invitations',
    // Whatever opens a form stays where it is.
    load: async (reader, scope) =>
      (await ofAssessment(Invitation)(reader, scope)).map(({ secretHash: _, ...invitation }) => invitation),
  },
  { part: 'declarations', load: ofItems(Declaration, 'itemId') },
  { part: 'checks', load: ofItems(AuthenticityCheck, 'itemId') },
  {
    part: 'waivers',
    load: (reader, scope) => {
      const withdrawn = (ids: string[]) => reader.findBy(WaiverWithdrawal, { id: In(ids) });
      return joined(ofAssessment(Waiver)(reader, scope), withdrawn, 'withdrawals', 'id');
    },
  },
  { part: 'attributions', load: ofAssessment(Attribution) },
  { part: 'self_assessments', load: ofAssessment(SelfAssessment) },
  {
    part: 'requests',
    load: (reader, scope) => {
      const answered = (ids: string[]) => reader.findBy(RequestAnswer, { requestId: In(ids) });
      return joined(ofAssessment(EvidenceRequest)(reader, scope), answered, 'answers', 'requestId');
    },
  },
  {
    part: 'verifications',
    load: (reader, scope) => {
      const done = (ids: string[]) => reader.findBy(VerificationAction, { verificationId: In(ids) });
      return joined(ofAssessment(Verification)(reader, scope), done, 'actions', 'verificationId');
    },
  },
  { part: 'blind_judgements', load: ofAssessment(BlindJudgement) },
  { part: 'tombstones', load: ofAssessment(Tombstone) },
];

/** Who was to assess or verify it, and what they said of their interests (rule P1). */
export async function peopleOf(reader: Reader, { assessmentId }: Scope): Promise<object> {
  const where = { where: { assessmentId }, order: { id: 'ASC' } } as const;
  const assignments = await reader.find(Assignment, where);
  return { assignments, interests: await reader.find(InterestDeclaration, where) };
}
