import { type EvidenceForm, type Provenance } from '../settings/evidence-class.js';
import { type RuleSettings } from '../settings/rule-settings.js';

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
  /** Something kept up over time (maintain, monitor, review, adjust), which one day cannot show (rule S10). */
  readonly continuous: boolean;
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
  readonly email: string;
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
  /** The hash of the file of this item that it shows without other people's data. */
  readonly redactionOf?: string | null;
}

/** Who reports, and what of; each is null while unknown (rule A3). */
export interface ReportFact {
  readonly name: string | null;
  readonly post: string | null;
  readonly relation: string | null;
  readonly periodFrom: DateOnly | null;
  readonly periodTo: DateOnly | null;
  /** The day the report was made. */
  readonly reportedOn: DateOnly | null;
  readonly contact: string | null;
  /** Where the invitation went. */
  readonly email: string | null;
}

/** Somebody's word that they looked: at an original, or over the shoulder. */
export interface CheckFact {
  readonly by: string;
  readonly at: Instant;
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
  /** The item of an earlier attempt that it carries over. */
  readonly originId: string | null;
  readonly groupWork: boolean;
  /** What the candidate's part of group work was. */
  readonly candidatePart: string | null;
  /** A copy, and who sighted the original. */
  readonly copy: boolean;
  readonly sighted: CheckFact | null;
  /** Who saw the candidate write it. */
  readonly supervised: CheckFact | null;
  /** Ids of items that record a conversation about this one. */
  readonly confirmedBy: readonly string[];
  /** Holds personal data of others; the reason, where it has to stay readable. */
  readonly othersData: boolean;
  readonly othersDataReason: string | null;
  /** Of a third-party report only. */
  readonly report: ReportFact | null;
  /** Of a questioning record: whether questions were put and answered in speech, in writing, or both. */
  readonly questioned: readonly ('oral' | 'written')[];
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
  /** Why by this method, where the plan does not name it. */
  readonly methodReason: string | null;
  /** The claim of the attempt before that is made again here; `targetText` is what its target said there. */
  readonly carriedFrom: { readonly claimId: string; readonly targetText: string | null } | null;
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

/** A method of assessment as the plan has it, or as the advisory guide and the document have it without a plan. */
export interface PlannedMethod {
  /** The document's ref of the method, or the plan's own key for a method of its own. */
  readonly key: string;
  readonly name: string;
  readonly source: 'document' | 'guide' | 'own';
  /** Why a method of the assessor's own. */
  readonly reason: string | null;
  /** Each inner list is a choice of evidence forms (`guide-forms.ts`); one of every list is needed. Empty: any form. */
  readonly needsAllOf: readonly (readonly string[])[];
}

/** The latest version of the plan; earlier ones stay in their rows. */
export interface PlanFact {
  readonly version: number;
  readonly madeAt: Instant;
  readonly methods: readonly PlannedMethod[];
  /** One for each context the document asks for, as far as the assessor answered. */
  readonly contexts: readonly { readonly ref: string; readonly available: boolean; readonly reason: string | null }[];
  readonly adjustments: readonly { readonly id: string; readonly what: string; readonly changed: string }[];
  /** When the candidate acknowledged this version with its privacy notice. */
  readonly acknowledgedAt: Instant | null;
  /** When the candidate first acknowledged any version. */
  readonly firstAcknowledgedAt: Instant | null;
}

/** The assessor's word that a knowledge or skill item is demonstrated through a criterion (rule S4). */
export interface AttributionFact {
  readonly targetRef: string;
  readonly throughRef: string;
  readonly by: string;
  readonly at: Instant;
}

/** An answer to warnings: it covers what the same rule finds amiss with no more than these targets and items. */
export interface WaiverFact {
  readonly id: string;
  readonly rule: string;
  readonly problem: string;
  readonly targets: readonly string[];
  readonly items: readonly string[];
  readonly reason: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Instant;
}

/** Everything the rules look at, as plain data; no rule reads a clock, a file or a database. */
export interface AssessmentFacts {
  readonly assessmentId: string;
  readonly candidateId: string;
  /** Whom a third party must not turn out to be. */
  readonly candidate: { readonly name: string; readonly email: string };
  readonly attempt: number;
  /** The attempt before, if this one is linked to any (rule P6). */
  readonly previous: {
    readonly assessmentId: string;
    readonly documentCode: string;
    readonly decidedAt: Instant | null;
    readonly withdrawnAt: Instant | null;
  } | null;
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
  /** The evidence forms each method of the document needs, by ref, as the advisory guide has them. */
  readonly guideMethods: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly plan: PlanFact | null;
  readonly attributions: readonly AttributionFact[];
  readonly waivers: readonly WaiverFact[];
  readonly assessors: readonly AssignedAssessor[];
  /** Who is about to decide; null while only looking. */
  readonly deciderId: string | null;
  readonly items: readonly ItemFact[];
  readonly claims: readonly ClaimFact[];
  readonly draft: VerdictDraft | null;
  /** The audit chain's answer for this assessment; null when it was not asked. */
  readonly historyIntact: boolean | null;
}
