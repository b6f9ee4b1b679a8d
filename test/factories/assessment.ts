import { Assessment } from '../../src/assessments/assessment.entity.js';
import { Assignment, InterestDeclaration } from '../../src/assessments/assignment.entity.js';
import { newId, sha256 } from '../../src/common/ids.js';
import { CompetencyDocument } from '../../src/competencies/competency-document.entity.js';
import { CompetencyItem } from '../../src/competencies/competency-item.entity.js';
import { type Database, type Tx } from '../../src/database/database.js';
import { Claim } from '../../src/evidence/claim.entity.js';
import { contentSha256 } from '../../src/evidence/content-hash.js';
import { Declaration } from '../../src/evidence/declaration.entity.js';
import { EvidenceFile } from '../../src/evidence/evidence-file.entity.js';
import { EvidenceItem } from '../../src/evidence/evidence-item.entity.js';
import { type Decision, Judgement } from '../../src/judgements/judgement.entity.js';
import { Qualification } from '../../src/people/qualification.entity.js';
import { User } from '../../src/people/user.entity.js';

const enrolledAt = '2026-01-05T00:00:00.000Z';
const receivedAt = '2026-02-01T00:00:00.000Z';
const judgedAt = '2026-02-10T00:00:00.000Z';

/** Rows written without their HTTP routes: for sizes, and for states that no route would make on demand. */
export async function insertAll<T extends object>(tx: Tx, entity: new () => T, rows: readonly T[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500) {
    await tx
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(i, i + 500))
      .updateEntity(false)
      .execute();
  }
}

/** A user who cannot sign in. */
export async function userNamed(db: Database, name: string): Promise<string> {
  const id = newId();
  const account = { email: `${id}@example.tw`, passwordHash: null, oneTimePassword: false, operator: false };
  await db.write((tx) => insertAll(tx, User, [{ id, name, ...account, locale: 'zh-TW', createdAt: enrolledAt }]));
  return id;
}

/** Lets people assess every document for a body from 2020 on. */
export async function qualify(db: Database, bodyId: string, ...userIds: string[]): Promise<void> {
  const rows = userIds.map((userId) => ({
    id: newId(),
    bodyId,
    userId,
    title: '職能評量員',
    documentCodes: [],
    validFrom: '2020-01-01',
    validUntil: null,
    recordedBy: userId,
    recordedAt: enrolledAt,
    revokedAt: null,
  }));
  await db.write((tx) => insertAll(tx, Qualification, rows));
}

/** A unit of so many criteria, five to an element, and so many key aspects; its refs are `1.1` … and `KA1` …. */
export async function documentWith(db: Database, { criteria = 24, keyAspects = 0 } = {}): Promise<string> {
  const id = newId();
  const code = `TST${id.slice(-8).toUpperCase()}`;
  const element = (index: number) => `${Math.floor(index / 5) + 1}`;
  const rows = [
    ...Array.from({ length: Math.ceil(criteria / 5) }, (_, i) => ['element', `${i + 1}`, null] as const),
    ...Array.from({ length: criteria }, (_, i) => ['criterion', `${element(i)}.${(i % 5) + 1}`, element(i)] as const),
    ...Array.from({ length: keyAspects }, (_, i) => ['key_aspect', `KA${i + 1}`, null] as const),
  ];
  const source = `unit ${id}`;
  const document: CompetencyDocument = {
    id,
    kind: 'competency_unit',
    code: `${code}v1`,
    baseCode: code,
    version: 1,
    edition: 1,
    name: '測試職能單元',
    level: 4,
    content: {} as CompetencyDocument['content'],
    report: {} as CompetencyDocument['report'],
    source,
    sourceSha256: sha256(source),
    importedBy: 'system',
    importedAt: enrolledAt,
    correction: null,
  };
  await db.write(async (tx) => {
    await insertAll(tx, CompetencyDocument, [document]);
    const items = rows.map(([type, ref, parentRef], position): CompetencyItem => {
      const place = { derived: true, parentRef, block: null, level: null, continuous: false };
      return { documentId: id, ref, position, type, code: ref, text: `${ref} 的內容`, ...place };
    });
    await insertAll(tx, CompetencyItem, items);
  });
  return id;
}

/** What becomes of an item and its claims, chosen by the item's index. */
export interface Fate {
  form?: EvidenceItem['form'];
  producedOn?: string | null;
  declared?: boolean;
  signed?: boolean;
  withdrawn?: boolean;
  /** The seed of its file's bytes; items of the same seed are copies of each other. */
  bytes?: string;
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
  cohort?: string | null;
  fate?: (itemIndex: number, ref: string) => Fate;
}

export interface MadeAssessment {
  id: string;
  itemIds: string[];
}

/** The refs of the criteria of `documentWith({ criteria: count })`. */
export const criteriaRefs = (count = 24): string[] =>
  Array.from({ length: count }, (_, i) => `${Math.floor(i / 5) + 1}.${(i % 5) + 1}`);

/** An assessment with evidence, claims and judgements; unless a fate says otherwise, all of it counts. */
export async function assessmentWith(db: Database, shape: AssessmentShape): Promise<MadeAssessment> {
  const id = newId();
  const refs = shape.refs ?? criteriaRefs();
  const { items: count = 3, claimsPerItem = 1, fate = () => ({}) } = shape;
  const parts = Array.from({ length: count }, (_, index) => {
    const own = Array.from({ length: claimsPerItem }, (_unused, k) => refs[(index * claimsPerItem + k) % refs.length]!);
    return itemRows(shape, id, index, own, fate);
  });
  await db.write(async (tx) => {
    await insertAll(tx, Assessment, [assessmentRow(shape, id)]);
    await insertAll(tx, Assignment, assignmentRows(shape, id));
    await insertAll(tx, InterestDeclaration, interestRows(shape, id));
    await insertAll(
      tx,
      EvidenceItem,
      parts.map(({ item }) => item),
    );
    await insertAll(
      tx,
      EvidenceFile,
      parts.flatMap(({ files }) => files),
    );
    await insertAll(
      tx,
      Declaration,
      parts.flatMap(({ declarations }) => declarations),
    );
    await insertAll(
      tx,
      Claim,
      parts.flatMap(({ claims }) => claims),
    );
    await insertAll(
      tx,
      Judgement,
      parts.flatMap(({ judgements }) => judgements),
    );
  });
  return { id, itemIds: parts.map(({ item }) => item.id) };
}

function assessmentRow(
  { bodyId, documentId, candidateId, leadId, attempt = 1, cohort = null }: AssessmentShape,
  id: string,
) {
  const enrolment = { pathway: 'training' as const, attempt, cohort, enrolledBy: leadId, enrolledAt };
  return { id, bodyId, candidateId, documentId, ...enrolment, revision: 1, decidedAt: null };
}

const assessorsOf = ({ leadId, secondId }: AssessmentShape) => (secondId ? [leadId, secondId] : [leadId]);

function assignmentRows(shape: AssessmentShape, assessmentId: string): Assignment[] {
  return assessorsOf(shape).map((userId, i) => {
    const duty = i === 0 ? 'lead_assessor' : 'assessor';
    return { id: newId(), assessmentId, userId, duty, assignedBy: userId, assignedAt: enrolledAt, endedAt: null };
  });
}

function interestRows(shape: AssessmentShape, assessmentId: string): InterestDeclaration[] {
  return assessorsOf(shape).map((userId) => {
    return { id: newId(), assessmentId, userId, conflict: false, statement: '無', declaredAt: enrolledAt };
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
  const {
    form = 'document',
    producedOn = '2026-01-20',
    declared = true,
    signed = true,
    withdrawn = false,
    bytes,
  } = fate(index, refs[0] ?? '');
  const witnessed = form === 'observation';
  const item: EvidenceItem = {
    id: newId(),
    assessmentId,
    number: index + 1,
    form,
    title: `客訴處理紀錄 ${index + 1}`,
    producedBy: witnessed ? 'assessor' : 'candidate',
    producedOn,
    url: null,
    statement: null,
    submittedBy: witnessed ? leadId : candidateId,
    receivedAt,
    signedAt: witnessed && signed ? receivedAt : null,
    withdrawnAt: withdrawn ? judgedAt : null,
    withdrawnBy: withdrawn ? candidateId : null,
    withdrawalReason: null,
  };
  const file = {
    id: newId(),
    itemId: item.id,
    position: 1,
    name: '紀錄.pdf',
    size: 1000,
    mediaType: 'application/pdf',
    sha256: sha256(bytes ?? item.id),
    receivedBy: item.submittedBy,
    receivedAt,
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
    const withdrawal = claimsWithdrawn
      ? { withdrawnAt: judgedAt, withdrawnBy: candidateId }
      : { withdrawnAt: null, withdrawnBy: null };
    const proposal = { method: null, place: null, proposedBy: candidateId, proposedAt: receivedAt };
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
