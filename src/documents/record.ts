import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { type PinnedTemplate } from './look.js';
import { type VerdictCircumstances, type VerdictQuestioning } from './record-questioning.js';
import { type VerdictPlan } from './record-plan.js';
import { type ClaimState } from '../sufficiency/standing.js';
import { type NotCounting } from '../sufficiency/view.js';
import { type VerdictObservation, type VerdictSitting } from './record-observation.js';

export const verdictSchema = 'touchstone/verdict/1';

/** `YYYY-MM-DD`, a day in Asia/Taipei. */
export type Day = string;
/** ISO 8601 in UTC, ending in Z. */
export type Instant = string;

export type VerdictOutcome = 'competent' | 'not_yet_competent';
export type TargetType =
  | 'duty'
  | 'task'
  | 'element'
  | 'criterion'
  | 'indicator'
  | 'output'
  | 'block'
  | 'key_aspect'
  | 'context'
  | 'method'
  | 'knowledge'
  | 'skill'
  | 'attitude';
export type TargetResult = 'met' | 'not_met' | 'not_assessed';
export type EvidenceClass = 'direct' | 'indirect' | 'supplementary';
export type ReportedAnswer = 'yes' | 'partly' | 'no' | 'unknown';

export const evidenceRules = ['validity', 'sufficiency', 'authenticity', 'currency'] as const;
export type EvidenceRule = (typeof evidenceRules)[number];

/** Someone named in the record. */
export interface Party {
  id: string;
  name: string;
}

export interface AssessorParty extends Party {
  qualification: string | null;
}

/** The unit or standard, pinned to one version and edition by the hash of its source text. */
export interface PinnedCompetency {
  kind: 'competency_unit' | 'occupational_standard';
  code: string;
  version: number;
  edition: number;
  name: string;
  level: number | null;
  sourceSha256: string;
}

/** One counting claim on a target: which item shows it, how, where in it, and who accepted it. */
export interface TargetEvidence {
  itemNumber: number;
  claimId: string;
  method: string | null;
  place: string | null;
  judgedBy: string;
  judgedAt: Instant;
}

/** An assessor's word that knowledge or a skill was demonstrated through a criterion that is met (rule S4). */
export interface TargetAttribution {
  throughRef: string;
  statedBy: string;
  statedAt: Instant;
}

/**
 * One line of the pinned document, in document order. Headings (duty, task, element, a standard's competence block)
 * have result null; `parentRef` names the target it stands under.
 */
export interface VerdictTarget {
  ref: string;
  code: string;
  type: TargetType;
  parentRef: string | null;
  text: string;
  result: TargetResult | null;
  evidence: TargetEvidence[];
  through: TargetAttribution[];
}

export interface VerdictFile {
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
  /** The hash of the file that this is a redacted copy of. */
  redactionOf: string | null;
}

/** Whether a third party saw the candidate do one thing; `unknown` says nothing of the candidate. */
export interface VerdictReportedTarget {
  ref: string;
  seen: ReportedAnswer;
  comment: string | null;
}

/** A third-party report as its author signed it, without how to reach them: a verdict is read by many. */
export interface VerdictReport {
  reportedBy: { name: string; post: string; relation: string };
  periodFrom: Day | null;
  periodTo: Day | null;
  reportedOn: Day | null;
  general: string | null;
  answers: VerdictReportedTarget[];
  /** SHA-256 over what the signature covers. */
  signedSha256: string | null;
}

export interface VerdictItem {
  number: number;
  id: string;
  title: string;
  form: string;
  class: EvidenceClass;
  /** The attempt that it was carried over from; null for what was received in this one. */
  fromAttempt: number | null;
  producedOn: Day | null;
  receivedAt: Instant;
  /** When the candidate declared it authentic. */
  declaredAt: Instant | null;
  /** When its author signed it: only records of assessors and third parties are signed. */
  signedAt: Instant | null;
  files: VerdictFile[];
  url: string | null;
  statement: string | null;
  observation: VerdictObservation | null;
  questioning: VerdictQuestioning | null;
  report: VerdictReport | null;
  circumstances: VerdictCircumstances;
  /** Evidence taken back after it was judged stays in the record without its words: judgements speak of it. */
  withdrawnAt: Instant | null;
  withdrawalReason: string | null;
}

/** A claim that stood at the verdict: this item shows this target. */
export interface VerdictClaim {
  id: string;
  itemNumber: number;
  targetRef: string;
  method: string | null;
  /** Why by this method, where the plan does not name it (rule V4). */
  methodReason: string | null;
  place: string | null;
  proposedBy: Party;
  proposedAt: Instant;
  /** The claim of the attempt before that was made again, and judged again, here (rule P6). */
  carriedFrom: string | null;
  /** What the entitled assessors made of it, taken together. */
  state: ClaimState;
  counts: boolean;
  /** Everything that kept it from counting. */
  why: NotCounting[];
}

/** Every answer ever given to a claim, superseded ones too. */
export interface VerdictJudgement {
  id: string;
  claimId: string;
  itemNumber: number;
  targetRef: string;
  result: 'accepted' | 'rejected' | 'more_needed';
  /** Whether each rule of evidence was found to hold; null where it was not considered. */
  rules: Record<EvidenceRule, boolean | null>;
  reason: string | null;
  judgedBy: string;
  judgedAt: Instant;
  supersededBy: string | null;
}

/** An open warning of a rule (domain.md, Rules). */
export interface VerdictWarning {
  rule: string;
  text: string;
}

/** A warning that someone answered for. */
export interface VerdictWaiver {
  rule: string;
  reason: string;
  waivedBy: Party;
  waivedAt: Instant;
}

/** Everything a verdict shows, as plain JSON: the printed document and its embedded record are made from this alone. */
export interface VerdictRecord {
  schema: typeof verdictSchema;
  documentNumber: string;
  unit: PinnedCompetency;
  body: Party;
  candidate: Party;
  attempt: number;
  /** What this attempt follows, and the number of its verdict if it came to one; null for the first. */
  previous: { code: string; attempt: number; documentNumber: string | null } | null;
  pathway: 'training' | 'rpl';
  /** Null where there was none. */
  plan: VerdictPlan | null;
  leadAssessor: AssessorParty;
  assessors: AssessorParty[];
  outcome: VerdictOutcome;
  reasons: string | null;
  gaps: { targetRef: string | null; text: string }[];
  feedback: string | null;
  nextStep: string | null;
  decidedAt: Instant;
  decidedOn: Day;
  /** The training body's settings in force, pinned: their version and values, flat. */
  settings: Record<string, string | number | boolean | null>;
  targets: VerdictTarget[];
  items: VerdictItem[];
  sittings: VerdictSitting[];
  claims: VerdictClaim[];
  judgements: VerdictJudgement[];
  /** The rules that were looked at, so that silence on another is not read as consent. */
  evaluatedRules: string[];
  warnings: VerdictWarning[];
  waivers: VerdictWaiver[];
  verificationUrl: string;
  notifiedOn?: Day;
  appealUntil?: Day;
  basisHash: string;
  /** The body's template it was made with; absent where it has none. */
  template?: PinnedTemplate;
}

/** RFC 8785 canonical JSON: the same record is always the same bytes. Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON form');
  return text;
}

/** Lower-case hexadecimal SHA-256 of the value's canonical JSON. */
export function canonicalSha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
