import {
  type EvaluatedRuleId,
  type Finding,
  type Found,
  found,
  type MendKey,
  type ProblemKey,
  type Severity,
} from '../sufficiency/finding.js';
import { type AfterFacts } from './facts.js';

/** What a rule reports of what follows a verdict; `subject` is the id of the appeal or verification, or the number of the certificate. */
export interface AfterFound extends Found {
  readonly subject: string | null;
}

export type AfterFinding = Finding & AfterFound;

export interface AfterRule {
  readonly id: EvaluatedRuleId;
  /** What a blocking rule finds refuses a certificate. */
  readonly severity: Severity;
  /** What is amiss. */
  readonly check: (facts: AfterFacts) => readonly AfterFound[];
  /** What refuses a certificate though nothing is amiss. */
  readonly bars?: (facts: AfterFacts) => readonly AfterFound[];
}

/** A report about an appeal, a verification, a certificate, or nothing but the verdict. */
export function foundOf(
  subject: string | null,
  problem: ProblemKey,
  mend: MendKey,
  more: Partial<Pick<Found, 'params' | 'severity'>> = {},
): AfterFound {
  return { ...found(problem, mend, more), subject };
}
