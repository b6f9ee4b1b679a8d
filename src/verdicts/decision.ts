import { type Actor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { canonicalSha256, type VerdictRecord } from '../documents/record.js';
import { type VerdictDraft } from '../sufficiency/facts.js';
import { type Basis } from './basis.js';
import { type Decision } from './record.js';
import { type Outcome, type Verdict } from './verdict.entity.js';
import { type GiveVerdict, type PreviewVerdict } from './verdicts.dto.js';

/** The decision that an input means: empty words are none. */
export function decisionOf(input: PreviewVerdict, outcome: Outcome): Decision {
  return {
    outcome,
    reasons: input.reasons || null,
    gaps: (input.gaps ?? []).map(({ targetRef, text }) => ({ targetRef: targetRef || null, text })),
    feedback: input.feedback || null,
    nextStep: input.nextStep || null,
  };
}

/** What the rules look at in a decision. */
export function draftOf({ outcome, reasons, gaps, feedback, nextStep }: Decision): VerdictDraft {
  return { outcome, reasons, gaps: gaps.map(({ text }) => text), feedback, nextStep };
}

/** Whether the input asks again, by its own id, for exactly the verdict that was given. */
export function asksFor(verdict: Verdict, actor: Actor, input: GiveVerdict): boolean {
  if (verdict.id !== input.id || verdict.decidedBy !== actor.userId) return false;
  const { outcome, reasons, gaps, feedback, nextStep } = JSON.parse(verdict.record) as VerdictRecord;
  const given = { outcome, reasons, gaps, feedback, nextStep };
  return canonicalSha256(given) === canonicalSha256(decisionOf(input, input.outcome));
}

/** Refuses a gap that names no item of the pinned document. */
export function refuseUnknownTargets({ gaps }: Decision, { facts }: Basis): void {
  const refs = new Set(facts.document.items.map(({ ref }) => ref));
  const fields = gaps.flatMap(({ targetRef }, index) =>
    targetRef && !refs.has(targetRef) ? [{ field: `gaps.${index}.targetRef`, rule: 'isIn' }] : [],
  );
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
}
