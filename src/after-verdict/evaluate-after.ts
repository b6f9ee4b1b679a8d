import { type AfterFacts, asOfThen } from './facts.js';
import { type AfterFinding, type AfterFound, type AfterRule } from './finding.js';
import { p10 } from './p10.js';
import { p7 } from './p7.js';
import { p9 } from './p9.js';

/** The rules about what follows a verdict, in the order their findings are listed. */
export const afterRules: readonly AfterRule[] = [p7, p9, p10];

export interface AfterEvaluation {
  /** What is amiss. */
  readonly findings: readonly AfterFinding[];
  /** Everything in the way of issuing a certificate now, whether amiss or not. */
  readonly certificateRefused: readonly AfterFinding[];
}

function findingOf({ id, severity: own }: AfterRule, report: AfterFound): AfterFinding {
  const severity = report.severity ?? own;
  return { ...report, rule: id, severity, refuses: severity === 'blocks' ? ['certificate'] : [], waiver: null };
}

/** Evaluates what follows a verdict. Deterministic and total: no content of the facts makes it throw. */
export function evaluateAfter(given: AfterFacts): AfterEvaluation {
  const facts = asOfThen(given);
  const findings = afterRules.flatMap((rule) => rule.check(facts).map((report) => findingOf(rule, report)));
  const bars = afterRules.flatMap((rule) => (rule.bars?.(facts) ?? []).map((report) => findingOf(rule, report)));
  const refusing = findings.filter(({ refuses }) => refuses.includes('certificate'));
  return { findings, certificateRefused: [...refusing, ...bars] };
}
