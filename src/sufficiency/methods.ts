import { groupBy } from '../common/group-by.js';
import { portfolioForms } from '../settings/evidence-class.js';
import { servesAs } from '../settings/guide-forms.js';
import { type AssessmentFacts, type ItemFact, type PlannedMethod, type Target } from './facts.js';
import { unserved } from './matching.js';
import { type ClaimView } from './view.js';

/** How far a method of assessment was carried out. */
export interface MethodResult {
  readonly method: PlannedMethod;
  /** The live claims made by it. */
  readonly claims: readonly ClaimView[];
  /** Of the choices of forms that it needs, those that no evidence of their own counts for. */
  readonly missing: readonly (readonly string[])[];
  readonly done: boolean;
}

/** One thing handed in twice is still one thing: portfolio items of the same bytes are told apart by nothing else. */
function contentOf({ id, form, files }: ItemFact): string {
  const isItsFiles = files.length > 0 && (portfolioForms as readonly string[]).includes(form);
  return isItsFiles ? [...new Set(files.map(({ sha256 }) => sha256))].sort().join() : id;
}

function result(method: PlannedMethod, claims: readonly ClaimView[]): MethodResult {
  const counting = new Set(claims.filter((claim) => claim.counts).map((claim) => claim.item!.item));
  const serving = method.needsAllOf.map((choice) => {
    const items = [...counting].filter((item) => choice.some((form) => servesAs(item, form)));
    return [...new Set(items.map(contentOf))];
  });
  const missing = unserved(serving).map((need) => method.needsAllOf[need]!);
  return { method, claims, missing, done: counting.size > 0 && missing.length === 0 };
}

/** The planned methods; without a plan those of the document that claims name, needing what the guide says. */
function methodsIn(facts: AssessmentFacts, isNamed: (key: string) => boolean): readonly PlannedMethod[] {
  if (facts.plan) return facts.plan.methods;
  const methods = facts.document.items.filter(({ ref, type }) => type === 'method' && isNamed(ref));
  return methods.map(({ ref, text }) => ({
    key: ref,
    name: text,
    source: 'document',
    reason: null,
    needsAllOf: Object.hasOwn(facts.guideMethods, ref) ? facts.guideMethods[ref]! : [],
  }));
}

/**
 * A method is done when evidence of its own counts for each choice of forms it needs, and with any counting claim when
 * it needs none in particular. One document cannot be both the strategy and its endorsement.
 * Source: domain.md V3.
 */
export function methodResults(facts: AssessmentFacts, live: readonly ClaimView[]): MethodResult[] {
  const byMethod = groupBy(live, ({ claim }) => claim.method);
  return methodsIn(facts, (key) => byMethod.has(key)).map((method) => result(method, byMethod.get(method.key) ?? []));
}

/** What a method is called: its code and text in the document, or the name of one's own. */
export function methodName({ key, name }: PlannedMethod, targets: ReadonlyMap<string, Target>): string {
  const target = targets.get(key);
  return target?.type === 'method' ? `${target.code} ${target.text}` : name;
}
