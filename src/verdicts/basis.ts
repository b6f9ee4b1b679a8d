import { In } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { found } from '../common/errors.js';
import { type VerdictRecord } from '../documents/record.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Reader } from '../database/database.js';
import { Claim } from '../evidence/claim.entity.js';
import { EvidenceFile } from '../evidence/evidence-file.entity.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { contentId } from '../evidence/items.js';
import { Judgement } from '../judgements/judgement.entity.js';
import { Observation } from '../observations/observation.entity.js';
import { Sitting, SittingConclusion } from '../observations/sitting.entity.js';
import { Questioning } from '../questioning/questioning.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Qualification } from '../people/qualification.entity.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';
import { type PinnedSettings, settingsAt } from '../settings/settings-at.js';
import { type AssessmentFacts } from '../sufficiency/facts.js';
import { type FactsOptions, loadFacts } from '../sufficiency/load-facts.js';
import { ThirdPartyReport } from '../third-parties/report.entity.js';

/** Everything a verdict is taken on and shows: what the rules look at, and the words and names beside it. */
export interface Basis {
  assessment: Assessment;
  facts: AssessmentFacts;
  /** Those that `facts` are judged under, with their version. */
  settings: PinnedSettings;
  document: Pick<CompetencyDocument, keyof typeof documentColumns>;
  body: TrainingBody;
  names: Map<string, string>;
  qualifications: Qualification[];
  items: EvidenceItem[];
  /** What this attempt follows (rule P6). */
  previous: VerdictRecord['previous'];
  /** By item: the attempt that it was carried over from. */
  fromAttempts: Map<string, number>;
  files: EvidenceFile[];
  claims: Claim[];
  observations: Observation[];
  /** What several of them observed together, and what was concluded of it. */
  sittings: Sitting[];
  conclusions: SittingConclusion[];
  questionings: Questioning[];
  reports: ThirdPartyReport[];
  /** The version that `facts` have. */
  plan: Plan | null;
  /** How each judgement found the four rules of evidence. */
  judgements: Pick<Judgement, 'id' | 'rules'>[];
}

/** Without the text of the document, which is large and pinned by its hash. */
const documentColumns = {
  kind: true,
  code: true,
  baseCode: true,
  version: true,
  edition: true,
  name: true,
  level: true,
  sourceSha256: true,
} as const;

/**
 * Reads the basis in a fixed number of queries. Read again inside the write, with the same options, it is deeply equal
 * exactly when nothing that the verdict rests on has changed.
 */
export async function loadBasis(reader: Reader, assessmentId: string, options: FactsOptions): Promise<Basis> {
  const assessment = found(await reader.findOneBy(Assessment, { id: assessmentId }));
  const facts = await loadFacts(reader, assessmentId, options);
  const { bodyId, documentId, candidateId } = assessment;
  const document = found(
    await reader.findOne(CompetencyDocument, { where: { id: documentId }, select: documentColumns }),
  );
  const ofAssessment = { where: { assessmentId }, order: { id: 'ASC' } } as const;
  const items = await reader.find(EvidenceItem, ofAssessment);
  const origins = In(items.map(contentId));
  const judges = facts.claims.flatMap(({ judgements }) => judgements.map(({ by }) => by));
  const observations = await reader.find(Observation, { where: { id: origins }, order: { id: 'ASC' } });
  const sittings = await reader.find(Sitting, ofAssessment);
  const sittingId = In(sittings.map(({ id }) => id));
  const conclusions = await reader.find(SittingConclusion, { where: { sittingId }, order: { id: 'ASC' } });
  const concluders = conclusions.map(({ concludedBy }) => concludedBy);
  const questionings = await reader.find(Questioning, { where: { id: origins }, order: { id: 'ASC' } });
  const askers = questionings.map(({ assessorId }) => assessorId);
  const checkers = facts.items.flatMap(({ sighted, supervised }) => [sighted, supervised].flatMap((c) => c?.by ?? []));
  const proposers = facts.claims.map(({ proposedBy }) => proposedBy);
  const observers = observations.map(({ assessorId }) => assessorId);
  const assigned = facts.assessors.map(({ userId }) => userId);
  const plan = await planOf(reader, assessmentId, facts);
  const planners = plan ? [plan.madeBy, ...plan.content.parts.map(({ userId }) => userId)] : [];
  const people = In([
    ...new Set([
      candidateId,
      ...assigned,
      ...judges,
      ...proposers,
      ...observers,
      ...concluders,
      ...askers,
      ...checkers,
      ...planners,
    ]),
  ]);
  const users = await reader.find(User, { where: { id: people }, select: { id: true, name: true } });
  return {
    assessment,
    facts,
    settings: await settingsAt(reader, bodyId, facts.at),
    document,
    body: found(await reader.findOneBy(TrainingBody, { id: bodyId })),
    names: new Map(users.map(({ id, name }) => [id, name])),
    qualifications: await reader.find(Qualification, { where: { bodyId, userId: people }, order: { id: 'ASC' } }),
    items,
    previous: await previousOf(reader, assessmentId),
    fromAttempts: await fromAttemptsOf(reader, assessmentId),
    files: await reader.find(EvidenceFile, { where: { itemId: origins }, order: { position: 'ASC', id: 'ASC' } }),
    claims: await reader.find(Claim, ofAssessment),
    observations,
    sittings,
    conclusions,
    questionings,
    reports: await reader.find(ThirdPartyReport, {
      where: { itemId: origins },
      order: { invitationId: 'ASC' },
    }),
    plan,
    judgements: await reader.find(Judgement, { ...ofAssessment, select: { id: true, rules: true } }),
  };
}

async function previousOf(reader: Reader, assessmentId: string): Promise<VerdictRecord['previous']> {
  const rows: NonNullable<VerdictRecord['previous']>[] = await reader.sql`
    SELECT d.code, p.attempt, v.document_number AS "documentNumber"
    FROM assessments a
      JOIN assessments p ON p.id = a.previous_id
      JOIN competency_documents d ON d.id = p.document_id
      LEFT JOIN verdicts v ON v.assessment_id = p.id
    WHERE a.id = ${assessmentId}`;
  return rows[0] ?? null;
}

async function fromAttemptsOf(reader: Reader, assessmentId: string): Promise<Map<string, number>> {
  const rows: { id: string; attempt: number }[] = await reader.sql`
    SELECT e.id, a.attempt
    FROM evidence_items e JOIN evidence_items o ON o.id = e.origin_id JOIN assessments a ON a.id = o.assessment_id
    WHERE e.assessment_id = ${assessmentId} ORDER BY e.id`;
  return new Map(rows.map(({ id, attempt }) => [id, attempt]));
}

async function planOf(reader: Reader, assessmentId: string, { plan }: AssessmentFacts): Promise<Plan | null> {
  return plan && reader.findOneBy(Plan, { assessmentId, version: plan.version });
}
