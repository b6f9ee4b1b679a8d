import { isClaimable } from '../competencies/claimable.js';
import {
  type TargetAttribution,
  type TargetEvidence,
  type TargetResult,
  type VerdictTarget,
} from '../documents/record.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { type Target } from '../sufficiency/facts.js';
import { type ClaimView, type View } from '../sufficiency/view.js';
import { type Basis } from './basis.js';
import { claimPlaces, methodCodes } from './record-claims.js';
import { say } from './words.js';

/** Every line of the pinned document with its result and the evidence that counts for it, in document order. */
export function recordTargets(basis: Basis, evaluation: Evaluation): VerdictTarget[] {
  const { items } = basis.facts.document;
  const shown = new Set<number>();
  const evidenceOf = evidenceWords(basis);
  return items.flatMap((target) => {
    const block = blockHeading(target);
    const own = { ...line(target, evaluation, evidenceOf), ...(block && { parentRef: block }) };
    if (!block || shown.has(target.block!)) return [own];
    shown.add(target.block!);
    return [headingOf(block, target.block!, items), own];
  });
}

/** In a standard, knowledge and skills stand under the competence block whose tasks need them. */
const blockHeading = ({ type, block }: Target): string | null =>
  block !== null && (type === 'knowledge' || type === 'skill') ? `block-${block}` : null;

function headingOf(ref: string, block: number, items: readonly Target[]): VerdictTarget {
  const tasks = items.filter((item) => item.type === 'task' && item.block === block).map(({ code }) => code);
  const text = say('block', { tasks });
  return { ref, code: `B${block}`, type: 'block', parentRef: null, text, result: null, evidence: [], through: [] };
}

function line(
  target: Target,
  { results, view, counting }: Evaluation,
  evidenceOf: (claim: ClaimView) => TargetEvidence,
): VerdictTarget {
  const { ref, code, type, parentRef, text } = target;
  const result = results.get(ref);
  const claims = (result?.countingClaims ?? []).map((id) => counting.get(id)!);
  return {
    ref,
    code,
    type,
    parentRef,
    text,
    result: isClaimable(target) ? resultOf(result?.met ?? false, view.byTarget.get(ref)) : null,
    evidence: claims.map(evidenceOf).sort((a, b) => a.itemNumber - b.itemNumber),
    through: (result?.through ?? []).flatMap((throughRef) => firstWord(view, ref, throughRef)),
  };
}

/** Who of the entitled said first that it was demonstrated through this criterion. */
function firstWord({ facts, entitled }: View, ref: string, throughRef: string): TargetAttribution[] {
  const said = facts.attributions
    .filter((one) => one.targetRef === ref && one.throughRef === throughRef && one.at <= facts.at)
    .filter(({ by, at }) => entitled(by, at) === null)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return said.slice(0, 1).map(({ by, at }) => ({ throughRef, statedBy: by, statedAt: at }));
}

/** What nobody claimed was not looked at, which is another thing than not having been met. */
function resultOf(met: boolean, claims: readonly ClaimView[] = []): TargetResult {
  if (met) return 'met';
  return claims.length > 0 ? 'not_met' : 'not_assessed';
}

function evidenceWords(basis: Basis): (claim: ClaimView) => TargetEvidence {
  const placeOf = claimPlaces(basis);
  const codeOf = methodCodes(basis);
  return ({ claim, item, standing }) => {
    const accepted = standing.filter(({ decision }) => decision === 'accepted').sort((a, b) => (a.at < b.at ? -1 : 1));
    const last = accepted.at(-1)!;
    return {
      itemNumber: item!.item.number,
      claimId: claim.id,
      method: codeOf(claim.method),
      place: placeOf(claim.id),
      judgedBy: last.by,
      judgedAt: last.at,
    };
  };
}
