import { groupBy } from '../common/group-by.js';
import { isBlank } from './checks.js';
import { type WaiverFact } from './facts.js';
import { type Finding } from './finding.js';
import { type View } from './view.js';

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  const all = new Set(whole);
  return part.every((one) => all.has(one));
}

/**
 * Answers which waiver covers a warning: of the same rule and problem, and of no fewer targets and items, so that what
 * comes to be amiss later is not waived with it. What blocks is never waived, nor is anything by who was not entitled.
 * Source: domain.md, "a waiver of a W needs a reason and a name".
 */
export function waiving({ facts, entitled }: View) {
  const standing = facts.waivers.filter(
    ({ by, at, reason }) => at <= facts.at && entitled(by, at) === null && !isBlank(reason),
  );
  const byProblem = groupBy(standing, ({ rule, problem }) => `${rule} ${problem}`);
  return (finding: Omit<Finding, 'waiver'>): WaiverFact | null => {
    if (finding.severity !== 'warns') return null;
    const [first, ...more] = (byProblem.get(`${finding.rule} ${finding.problem}`) ?? []).filter(
      ({ targets, items }) => isWithin(finding.targets, targets) && isWithin(finding.items, items),
    );
    return more.reduce((latest, one) => (isLater(one, latest) ? one : latest), first ?? null);
  };
}

const isLater = (one: WaiverFact, other: WaiverFact | null) =>
  other === null || one.at > other.at || (one.at === other.at && one.id > other.id);
