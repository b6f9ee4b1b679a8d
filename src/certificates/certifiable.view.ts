import { type Outcome } from '../verdicts/verdict.entity.js';

/** Somebody who might be certified, and why not yet. */
export class CertifiableView {
  assessmentId: string;
  candidate: { id: string; name: string };
  document: { id: string; code: string; name: string };
  cohort: string | null;
  attempt: number;
  /** Null before a verdict. */
  outcome: Outcome | null;
  qualifies: boolean;
  /** What stands in the way, as far as it can be told without issuing. */
  reasons: { code: string; text: string }[];
}
