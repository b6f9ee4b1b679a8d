import { type Instant, type Party } from './record.js';

/** A method of assessment as the plan has it. */
export interface VerdictPlanMethod {
  /** As claims name it: the document's code, or the plan's own key. */
  code: string;
  name: string;
  source: 'document' | 'guide' | 'own';
  reason: string | null;
  /** Each inner list is a choice of evidence forms; one of every list was asked for. */
  needsAllOf: string[][];
}

/** The version of the plan that held at the verdict. */
export interface VerdictPlan {
  version: number;
  madeBy: Party;
  madeAt: Instant;
  /** When the candidate acknowledged this version with its privacy notice; null if they did not. */
  acknowledgedAt: Instant | null;
  /** When they first acknowledged any version. */
  firstAcknowledgedAt: Instant | null;
  methods: VerdictPlanMethod[];
  /** `available` is null where nobody looked. */
  contexts: { ref: string; available: boolean | null; reason: string | null }[];
  adjustments: { what: string; changed: string }[];
  /** No refs means the whole. */
  parts: { assessor: Party; refs: string[] }[];
  note: string | null;
  /** SHA-256 over what an acknowledgement of it covers. */
  contentSha256: string;
}
