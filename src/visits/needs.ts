import { groupBy } from '../common/group-by.js';
import { isCriterion } from '../competencies/claimable.js';
import { servesAs } from '../settings/guide-forms.js';
import { isWitnessed } from '../sufficiency/checks.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { type DateOnly, type Target } from '../sufficiency/facts.js';
import { type Finding } from '../sufficiency/finding.js';
import { unserved } from '../sufficiency/matching.js';
import { methodName } from '../sufficiency/methods.js';
import { type ClaimView, countingItems, type View } from '../sufficiency/view.js';
import { type VisitRule } from '../i18n/visits.js';
import { type TextParams } from '../i18n/i18n.js';
import { mayCount } from './waiting.js';
import { isWitnessedForm } from './witnessed-form.js';

/** Something that a visit would mend: witnessing any one of the targets. */
export interface Need {
  readonly rule: VisitRule;
  readonly params: TextParams;
  /** Refs in document order. */
  readonly refs: readonly string[];
  /** What was handed in already and would mend it as well, once it counts; then nothing need be witnessed. */
  readonly waiting: readonly ClaimView[];
}

/** What a visit stands in. */
export interface VisitGround {
  /** The day of the visit. */
  readonly day: DateOnly;
  /** By method of the document: the refs that it can show, as the advisory guide has them. */
  readonly shows: Readonly<Record<string, readonly string[]>>;
}

type NeedsOf = (view: View, finding: Finding, ground: VisitGround) => Need[];

/** What can be witnessed: criteria (in a standard: indicators) and key aspects. */
export const isWitnessable = (target: Target): boolean => isCriterion(target) || target.type === 'key_aspect';

const witnessable = (view: View): string[] => [...view.targets.values()].filter(isWitnessable).map(({ ref }) => ref);
const claimsTo = (view: View, ref: string): readonly ClaimView[] => view.byTarget.get(ref) ?? [];
const isDirect = ({ item }: ClaimView): boolean => item?.class === 'direct';
const named = ({ code, text }: Target): TextParams => ({ target: `${code} ${text}` });

/** S1: the criterion itself, unless what waits would do. What others report never does. */
const criterion: NeedsOf = (view, { targets }) =>
  targets.map((ref) => {
    const waiting = claimsTo(view, ref).filter((claim) => claim.item?.class !== 'supplementary' && mayCount(claim));
    return { rule: 'S1', params: named(view.targets.get(ref)!), refs: [ref], waiting };
  });

/** S3: the key aspect itself while no claim is made to it; what its criteria lack is S1's. */
const keyAspect: NeedsOf = (view, { problem, targets }) => {
  if (problem !== 'key_aspect_unclaimed') return [];
  return targets.map((ref) => {
    const waiting = claimsTo(view, ref).filter(mayCount);
    return { rule: 'S3', params: named(view.targets.get(ref)!), refs: [ref], waiting };
  });
};

/** S5: anything at all. */
const direct: NeedsOf = (view) => {
  const waiting = view.claims.filter((claim) => isDirect(claim) && mayCount(claim));
  return [{ rule: 'S5', params: {}, refs: witnessable(view), waiting }];
};

/** P8: anything at all, as long as the two of them met. */
const conversation: NeedsOf = (view) => {
  const waiting = view.claims.filter((claim) => claim.item !== null && isWitnessed(claim.item) && mayCount(claim));
  return [{ rule: 'P8', params: {}, refs: witnessable(view), waiting }];
};

/** S6: any criterion of each element or task. */
const elements: NeedsOf = (view, { targets }) => {
  const criteriaOf = groupBy([...view.targets.values()].filter(isCriterion), ({ parentRef }) => parentRef);
  return targets.map((element) => {
    const refs = (criteriaOf.get(element) ?? []).map(({ ref }) => ref);
    const waiting = refs.flatMap((ref) => claimsTo(view, ref)).filter((claim) => isDirect(claim) && mayCount(claim));
    return { rule: 'S6', params: named(view.targets.get(element)!), refs, waiting };
  });
};

/** S10: the criterion itself, where the day of the visit is another date than those there are. */
const dates: NeedsOf = (view, { targets }, { day }) => {
  const minimum = view.facts.settings.continuousDates;
  return targets.flatMap((ref) => {
    const counted = new Set(countingItems(view, ref).map(({ item }) => item.producedOn));
    if (counted.has(day)) return [];
    const other = claimsTo(view, ref).filter((claim) => mayCount(claim) && !counted.has(claim.item!.item.producedOn));
    const reached = new Set([...counted, ...other.map(({ item }) => item!.item.producedOn)]).size >= minimum;
    const params = { ...named(view.targets.get(ref)!), count: counted.size, minimum };
    return [{ rule: 'S10' as const, params, refs: [ref], waiting: reached ? other : [] }];
  });
};

/** V3: what the guide says the method shows, for each form that it lacks and that only witnessing gives. */
const method: NeedsOf = (view, { targets: [key] }, { shows }) => {
  const result = view.methods.find((one) => one.method.key === key);
  const missing = result?.missing.filter((choice) => choice.every(isWitnessedForm)) ?? [];
  if (!result || missing.length === 0) return [];
  const shown = new Set(Object.hasOwn(shows, key!) ? shows[key!] : []);
  const all = witnessable(view);
  const some = all.filter((ref) => shown.has(ref));
  const waiting = result.claims.filter(mayCount);
  const serving = missing.map((choice) =>
    waiting.filter(({ item }) => choice.some((form) => servesAs(item!.item, form))),
  );
  const lacking = new Set(unserved(serving.map((claims) => claims.map(({ claim }) => claim.itemId))));
  return missing.map((choice, index) => ({
    rule: 'V3',
    params: { method: methodName(result.method, view.targets), forms: [choice.join('/')] },
    refs: some.length > 0 ? some : all,
    waiting: lacking.has(index) ? [] : serving[index]!,
  }));
};

const needsBy: Readonly<Record<VisitRule, NeedsOf>> = {
  S1: criterion,
  S3: keyAspect,
  S5: direct,
  S6: elements,
  S10: dates,
  V3: method,
  P8: conversation,
};

/**
 * What of the findings a visit would mend, told from the findings themselves, so that a plan never differs from what
 * the rules say. A warning that somebody waived asks for nothing.
 */
export function needsOf({ findings, view }: Evaluation, ground: VisitGround): Need[] {
  const needs = findings
    .filter(({ waiver }) => waiver === null)
    .flatMap((finding) => {
      const { rule } = finding;
      return Object.hasOwn(needsBy, rule) ? needsBy[rule as VisitRule](view, finding, ground) : [];
    });
  // A key aspect is found once for every step that would mend it.
  const seen = new Map(needs.map((need) => [JSON.stringify([need.rule, need.refs, need.params]), need]));
  return [...seen.values()].filter(({ refs }) => refs.length > 0);
}
