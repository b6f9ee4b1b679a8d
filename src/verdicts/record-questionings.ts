import {
  type VerdictCheck,
  type VerdictCircumstances,
  type VerdictQuestioning,
} from '../documents/record-questioning.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type Questioning } from '../questioning/questioning.entity.js';
import { type CheckFact } from '../sufficiency/facts.js';
import { type Basis } from './basis.js';
import { methodCodes } from './record-claims.js';

/** What was asked in the questioning record that an item is or carries over. */
export function questioningsOf(basis: Basis): (item: EvidenceItem) => VerdictQuestioning | null {
  const byId = new Map(basis.questionings.map((row) => [row.id, row]));
  const codeOf = methodCodes(basis);
  const numbers = new Map(
    basis.items.flatMap(({ id, originId, number }) => [id, originId ?? id].map((key) => [key, number])),
  );
  return ({ id, originId }) => {
    const row = byId.get(originId ?? id);
    return row ? questioned(row, basis, codeOf(row.method), numbers) : null;
  };
}

function questioned(
  row: Questioning,
  { names }: Basis,
  method: string | null,
  numbers: ReadonlyMap<string, number>,
): VerdictQuestioning {
  const { assessorId, purpose, askedAt, endedAt, place, present, notes, questions, about, signedSha256 } = row;
  return {
    purpose,
    askedBy: { id: assessorId, name: names.get(assessorId) ?? assessorId },
    askedAt,
    endedAt,
    place: place || null,
    present: present || null,
    notes: notes || null,
    method,
    questions: questions.map(({ text, refs, mode, answer, outcome, note }) => {
      return { text, refs, mode, answer: answer || null, outcome, note: note || null };
    }),
    about: about.flatMap((id) => numbers.get(id) ?? []),
    signedSha256,
  };
}

/** What was said of how an item came about, and who checked it. */
export function circumstancesOf({ facts, names }: Basis): (id: string) => VerdictCircumstances {
  const items = new Map(facts.items.map((item) => [item.id, item]));
  const check = (fact: CheckFact | null): VerdictCheck | null =>
    fact && { by: { id: fact.by, name: names.get(fact.by) ?? fact.by }, at: fact.at };
  return (id) => {
    const { groupWork, candidatePart, copy, sighted, supervised, confirmedBy, othersData, othersDataReason } =
      items.get(id)!;
    return {
      groupWork,
      candidatePart,
      copy,
      sighted: check(sighted),
      supervised: check(supervised),
      confirmedBy: confirmedBy.flatMap((other) => items.get(other)?.number ?? []),
      othersData,
      othersDataReason,
    };
  };
}
