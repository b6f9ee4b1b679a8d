import { type Assessment, freshAssessment } from '../../assessments/assessment.entity.js';
import { type Assignment, type InterestDeclaration } from '../../assessments/assignment.entity.js';
import { newId, sha256 } from '../../common/ids.js';
import { type Claim } from '../../evidence/claim.entity.js';
import { contentSha256 } from '../../evidence/content-hash.js';
import { type Declaration } from '../../evidence/declaration.entity.js';
import { type EvidenceFile } from '../../evidence/evidence-file.entity.js';
import { type EvidenceItem } from '../../evidence/evidence-item.entity.js';
import { freshClaim, freshItem } from '../../evidence/fresh.js';
import { type Decision, type Judgement } from '../../judgements/judgement.entity.js';
import { witnessedForms } from '../../settings/evidence-class.js';
import { criteriaRefs } from './unit.js';

/** What becomes of an item and its claims, chosen by the item's index. */
export interface Fate {
  form?: EvidenceItem['form'];
  producedOn?: string | null;
  declared?: boolean;
  signed?: boolean;
  withdrawn?: boolean;
  /** The seed of its file's bytes; items of the same seed are copies of each other. */
  bytes?: string;
  /** A file that is in the store; else it has a hash and a size, and no bytes anywhere. */
  stored?: { sha256: string; size: number };
  /** Judgements of each claim in order of time: by the lead, or the second assessor. */
  judged?: readonly (readonly [by: 'lead' | 'second', decision: Decision])[];
  claimsWithdrawn?: boolean;
}

export interface AssessmentShape {
  bodyId: string;
  documentId: string;
  candidateId: string;
  leadId: string;
  secondId?: string;
  items?: number;
  /** Claims of every item, spread over the refs. */
  claimsPerItem?: number;
  /** Targets to claim; by default all criteria of a document made by `documentWith()`. */
  refs?: readonly string[];
  attempt?: number;
  /** The attempt before, which a later one follows (rule P6). */
  previousId?: string | null;
  cohort?: string | null;
  /** When the claims were judged; the rest happened in the five weeks before. */
  judgedAt?: string;
  fate?: (itemIndex: number, ref: string) => Fate;
}

/** The rows of one assessment, by table. */
export interface AssessmentRows {
  assessment: Assessment;
  assignments: Assignment[];
  interests: InterestDeclaration[];
  items: EvidenceItem[];
  files: EvidenceFile[];
  declarations: Declaration[];
  claims: Claim[];
  judgements: Judgement[];
}

/** An assessment with evidence, claims and judgements; unless a fate says otherwise, all of it counts. */
export function assessmentRows(shape: AssessmentShape): AssessmentRows {
  const id = newId();
  const refs = shape.refs ?? criteriaRefs();
  const { items = 3, claimsPerItem = 1, fate = () => ({}) } = shape;
  const parts = Array.from({ length: items }, (_, index) => {
    const own = Array.from({ length: claimsPerItem }, (_unused, k) => refs[(index * claimsPerItem + k) % refs.length]!);
    return itemRows(shape, id, index, own, fate);
  });
  return {
    assessment: assessmentRow(shape, id),
    assignments: assignmentRows(shape, id),
    interests: interestRows(shape, id),
    items: parts.map(({ item }) => item),
    files: parts.flatMap(({ files }) => files),
    declarations: parts.flatMap(({ declarations }) => declarations),
    claims: parts.flatMap(({ claims }) => claims),
    judgements: parts.flatMap(({ judgements }) => judgements),
  };
}

/** The moments of an assessment, in days before its claims were judged. */
function timesOf({ judgedAt = '2026-02-10T00:00:00.000Z' }: AssessmentShape) {
  const before = (days: number): string => new Date(Date.parse(judgedAt) - days * 86_400_000).toISOString();
  return { judgedAt, receivedAt: before(9), madeOn: before(21).slice(0, 10), enrolledAt: before(36) };
}

function assessmentRow(shape: AssessmentShape, id: string): Assessment {
  const { bodyId, documentId, candidateId, leadId, attempt = 1, previousId = null, cohort = null } = shape;
  const { enrolledAt } = timesOf(shape);
  const enrolment = { pathway: 'training' as const, attempt, previousId, cohort, enrolledBy: leadId, enrolledAt };
  return { ...freshAssessment, id, bodyId, candidateId, documentId, ...enrolment };
}

const assessorsOf = ({ leadId, secondId }: AssessmentShape) => (secondId ? [leadId, secondId] : [leadId]);

function assignmentRows(shape: AssessmentShape, assessmentId: string): Assignment[] {
  return assessorsOf(shape).map((userId, i) => {
    const duty = i === 0 ? 'lead_assessor' : 'assessor';
    return {
      id: newId(),
      assessmentId,
      userId,
      duty,
      assignedBy: userId,
      assignedAt: timesOf(shape).enrolledAt,
      endedAt: null,
    };
  });
}

function interestRows(shape: AssessmentShape, assessmentId: string): InterestDeclaration[] {
  return assessorsOf(shape).map((userId) => {
    return {
      id: newId(),
      assessmentId,
      userId,
      conflict: false,
      statement: '無',
      declaredAt: timesOf(shape).enrolledAt,
    };
  });
}

function itemRows(
  shape: AssessmentShape,
  assessmentId: string,
  index: number,
  refs: readonly string[],
  fate: NonNullable<AssessmentShape['fate']>,
) {
  const { candidateId, leadId, secondId = leadId } = shape;
  const { receivedAt, judgedAt, madeOn } = timesOf(shape);
  const {
    form = 'document',
    producedOn = madeOn,
    declared = true,
    signed = true,
    withdrawn = false,
    bytes,
    stored,
  } = fate(index, refs[0] ?? '');
  const witnessed = (witnessedForms as readonly string[]).includes(form);
  const item: EvidenceItem = {
    ...freshItem,
    id: newId(),
    assessmentId,
    number: index + 1,
    form,
    title: `客訴處理紀錄 ${index + 1}`,
    producedBy: witnessed ? 'assessor' : 'candidate',
    producedOn,
    submittedBy: witnessed ? leadId : candidateId,
    receivedAt,
    signedAt: witnessed && signed ? receivedAt : null,
    withdrawnAt: withdrawn ? judgedAt : null,
    withdrawnBy: withdrawn ? candidateId : null,
  };
  const file = {
    id: newId(),
    itemId: item.id,
    position: 1,
    name: '紀錄.pdf',
    size: stored?.size ?? 1000,
    mediaType: 'application/pdf',
    sha256: stored?.sha256 ?? sha256(bytes ?? item.id),
    receivedBy: item.submittedBy,
    receivedAt,
    redactionOf: null,
    redactionReason: null,
  };
  const files: EvidenceFile[] = witnessed ? [] : [file];
  const declaration = {
    id: newId(),
    itemId: item.id,
    userId: candidateId,
    statement: '這是我的作品。',
    contentSha256: contentSha256(item, files),
    declaredAt: receivedAt,
  };
  const claimed = refs.map((targetRef) => {
    const { claimsWithdrawn = false, judged = [['lead', 'accepted']] } = fate(index, targetRef);
    const withdrawal = claimsWithdrawn && { withdrawnAt: judgedAt, withdrawnBy: candidateId };
    const proposal = { ...freshClaim, proposedBy: candidateId, proposedAt: receivedAt };
    const claim: Claim = { id: newId(), assessmentId, itemId: item.id, targetRef, ...proposal, ...withdrawal };
    const judgements = judged.map(([by, decision], order): Judgement => ({
      id: newId(),
      assessmentId,
      claimId: claim.id,
      decision,
      rules: { validity: true, sufficiency: true, authenticity: true, currency: true },
      reason: decision === 'accepted' ? null : '請補充說明。',
      judgedBy: by === 'lead' ? leadId : secondId,
      judgedAt: new Date(Date.parse(judgedAt) + order).toISOString(),
    }));
    return { claim, judgements };
  });
  return {
    item,
    files,
    declarations: declared && !witnessed ? [declaration] : [],
    claims: claimed.map(({ claim }) => claim),
    judgements: claimed.flatMap(({ judgements }) => judgements),
  };
}
