import {
  type ClassScheme,
  defaultClassScheme,
  type EvidenceForm,
  type Provenance,
} from '../evidence/evidence-class.js';

/** A moment exactly as `Date#toISOString` writes it (UTC, 24 characters), so that moments compare as text. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`. */
export type DateOnly = string;

export const targetTypes = [
  'duty',
  'task',
  'element',
  'output',
  'criterion',
  'indicator',
  'knowledge',
  'skill',
  'attitude',
  'key_aspect',
  'context',
  'method',
] as const;
export type TargetType = (typeof targetTypes)[number];

export type Outcome = 'competent' | 'not_yet_competent' | 'not_assessed';
export type Decision = 'accepted' | 'rejected' | 'more_needed';
export type AssessorDuty = 'lead_assessor' | 'assessor' | 'verifier';

/** One item of the pinned document version. `ref` is unique in the document; `code` need not be (K01 in two blocks). */
export interface Target {
  readonly ref: string;
  readonly code: string;
  readonly type: TargetType;
  readonly parentRef: string | null;
  readonly block: number | null;
  readonly text: string;
}

export interface Qualification {
  readonly validFrom: DateOnly;
  /** The last day it holds; null while open-ended. */
  readonly validUntil: DateOnly | null;
  /** From this moment on it holds no more; what was judged before stands. */
  readonly revokedAt: Instant | null;
  /** Whether it covers the document being assessed. */
  readonly covers: boolean;
}

/** One assignment of a person to the assessment; a person with two duties has two entries. */
export interface AssignedAssessor {
  readonly userId: string;
  readonly name: string;
  readonly duty: AssessorDuty;
  readonly assignedAt: Instant;
  readonly endedAt: Instant | null;
  readonly qualifications: readonly Qualification[];
  /** The latest declaration of interest; `conflict` is one that stands. */
  readonly interest: { readonly declaredAt: Instant; readonly conflict: boolean } | null;
}

export interface FileFact {
  readonly sha256: string;
  readonly size: number;
}

export interface ItemFact {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly form: EvidenceForm;
  readonly producedBy: Provenance;
  readonly submittedBy: string;
  /** The day the evidence was made, or of the observation; null while unknown. */
  readonly producedOn: DateOnly | null;
  readonly receivedAt: Instant;
  /** See `requiresSignature(form)`: such a record does not count before it is signed. */
  readonly requiresSignature: boolean;
  readonly signedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** When the candidate's signed declaration of authenticity covered the item. */
  readonly declaredAt: Instant | null;
  readonly files: readonly FileFact[];
  /** Files of this item whose bytes also lie under another candidate. */
  readonly alarms: readonly { readonly sha256: string; readonly otherAssessmentCount: number }[];
}

export interface JudgementFact {
  readonly id: string;
  readonly by: string;
  readonly decision: Decision;
  readonly at: Instant;
  readonly reason: string | null;
}

export interface ClaimFact {
  readonly id: string;
  readonly itemId: string;
  readonly targetRef: string;
  readonly method: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** All of them, in any order. */
  readonly judgements: readonly JudgementFact[];
}

/** The verdict somebody is about to give. */
export interface VerdictDraft {
  readonly outcome: Outcome;
  readonly reasons: string | null;
  readonly gaps: readonly string[];
  readonly feedback: string | null;
  readonly nextStep: string | null;
}

/** What is policy and not rule. */
export interface RuleSettings {
  readonly currencyWindowMonths: number;
  readonly classScheme: ClassScheme;
}

export const defaultRuleSettings: RuleSettings = { currencyWindowMonths: 24, classScheme: defaultClassScheme };

/** Everything the rules look at, as plain data; no rule reads a clock, a file or a database. */
export interface AssessmentFacts {
  readonly assessmentId: string;
  readonly candidateId: string;
  readonly pathway: 'training' | 'rpl';
  /** The moment everything is measured at: the verdict's, or now. What happened later is not seen. */
  readonly at: Instant;
  /** The time zone in which moments become days. */
  readonly zone: string;
  readonly settings: RuleSettings;
  readonly document: {
    readonly code: string;
    readonly kind: 'competency_unit' | 'occupational_competency_standard';
    readonly items: readonly Target[];
  };
  /** Key aspect ref → refs it covers, from the advisory guide; entries that are no criteria are passed over. */
  readonly keyAspectRefs: Readonly<Record<string, readonly string[]>>;
  readonly assessors: readonly AssignedAssessor[];
  /** Who is about to decide; null while only looking. */
  readonly deciderId: string | null;
  readonly items: readonly ItemFact[];
  readonly claims: readonly ClaimFact[];
  readonly draft: VerdictDraft | null;
  /** The audit chain's answer for this assessment; null when it was not asked. */
  readonly historyIntact: boolean | null;
}
