import { buildView } from './build-view.js';
import { type AssessmentFacts, type Outcome } from './facts.js';
import { type Finding, type Found, type Refusable, type Rule } from './finding.js';
import { type TargetResult } from './results.js';
import { rules } from './rules/list.js';
import { type ClaimView, type View } from './view.js';
import { waiving } from './waivers.js';

/** What the rules say of one assessment. It never decides: an empty refusal is leave to give the outcome, no more. */
export interface Evaluation {
  readonly findings: readonly Finding[];
  /** The findings that stand in the way of each outcome. */
  readonly competentRefused: readonly Finding[];
  readonly notYetCompetentRefused: readonly Finding[];
  /** By target ref, of everything that evidence can show. */
  readonly results: ReadonlyMap<string, TargetResult>;
  /** By claim id, withdrawn claims too: whether it counts, and why not. */
  readonly counting: ReadonlyMap<string, ClaimView>;
  /** The joined facts, for the coverage and other readings. */
  readonly view: View;
}

function refusals(rule: Rule, report: Found, view: View): readonly Refusable[] {
  if (report.refuses) return report.refuses;
  if ((report.severity ?? rule.severity) === 'warns') return [];
  if (rule.scope === 'assessment') return ['competent'];
  const missed = report.targets.some((ref) => view.results.get(ref)?.required && !view.results.get(ref)?.met);
  return missed ? ['competent'] : [];
}

/**
 * Evaluates every listed rule over the facts, in time linear in claims. Deterministic and total: the same facts give
 * the same answer, and no content of them makes it throw.
 */
export function evaluate(facts: AssessmentFacts): Evaluation {
  const view = buildView(facts);
  const waiverOf = waiving(view);
  const findings = rules.flatMap((rule) =>
    rule.check(view).map((report): Finding => {
      const severity = report.severity ?? rule.severity;
      const finding = { ...report, rule: rule.id, severity, refuses: refusals(rule, report, view) };
      return { ...finding, waiver: waiverOf(finding) };
    }),
  );
  const refusing = (outcome: Outcome) => findings.filter(({ refuses }) => refuses.includes(outcome));
  return {
    findings,
    competentRefused: refusing('competent'),
    notYetCompetentRefused: refusing('not_yet_competent'),
    results: view.results,
    counting: new Map(view.claims.map((claim) => [claim.claim.id, claim])),
    view,
  };
}
