import { groupBy } from '../common/group-by.js';
import { type VerdictItem } from '../documents/record.js';
import { type VerdictSitting } from '../documents/record-observation.js';
import { sideBySide } from '../observations/side-by-side.js';
import { type SittingConclusion } from '../observations/sitting.entity.js';
import { type Basis } from './basis.js';
import { order } from './words.js';

/**
 * What several assessors observed together, in the order it took place: the records of it that are in the verdict, side
 * by side, and the conclusion. A record that was taken back says nothing more.
 */
export function recordSittings(basis: Basis, items: readonly VerdictItem[]): VerdictSitting[] {
  const { sittings, conclusions, observations, names } = basis;
  const party = (id: string) => ({ id, name: names.get(id) ?? id });
  const numbers = new Map(items.filter(({ observation }) => observation).map(({ id, number }) => [id, number]));
  const kept = observations
    .filter(({ id, sittingId }) => sittingId && numbers.has(id))
    .sort((a, b) => numbers.get(a.id)! - numbers.get(b.id)!);
  const recordsOf = groupBy(kept, ({ sittingId }) => sittingId!);
  const conclusionOf = new Map(conclusions.map((conclusion) => [conclusion.sittingId, conclusion]));
  return sittings
    .filter(({ id }) => recordsOf.has(id))
    .sort((a, b) => order(a.startedAt, b.startedAt) || order(a.id, b.id))
    .map(({ id, place, startedAt, endedAt, note }): VerdictSitting => {
      const records = recordsOf.get(id)!;
      const conclusion = conclusionOf.get(id) ?? null;
      const concluded = new Map(conclusion?.outcomes.map((one) => [one.ref, one]));
      return {
        id,
        place,
        startedAt,
        endedAt,
        note: note || null,
        observers: records.map((record) => ({
          itemNumber: numbers.get(record.id)!,
          observedBy: party(record.assessorId),
        })),
        targets: sideBySide(records).map(({ ref, outcomes, differs }) => ({
          ref,
          seen: outcomes.map(({ observationId, outcome }) => ({ itemNumber: numbers.get(observationId)!, outcome })),
          differs,
          concluded: concluded.get(ref)?.outcome ?? null,
          reason: concluded.get(ref)?.reason ?? null,
        })),
        conclusion: conclusion && concludedBy(conclusion, party),
      };
    });
}

function concludedBy(
  { concludedBy: by, concludedAt, notes, contentSha256 }: SittingConclusion,
  party: (id: string) => { id: string; name: string },
): VerdictSitting['conclusion'] {
  return { concludedBy: party(by), concludedAt, notes: notes || null, contentSha256 };
}
