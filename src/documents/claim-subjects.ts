import { type VerdictRecord } from './record.js';
import { targetNames } from './target-names.js';
import { type Words } from './words.js';

/** "Evidence 1 → 1.1, 1.3": an item with the targets it was claimed to show, in document order. */
export function claimSubjects({ targets }: VerdictRecord, words: Words): (number: number, refs: string[]) => string {
  const name = targetNames(targets);
  const places = new Map(targets.map(({ ref }, index) => [ref, index]));
  const place = (ref: string): number => places.get(ref) ?? targets.length;
  return (number, refs) => {
    const item = words.say('item_reference', { number });
    return words.say('judged_targets', { item, targets: refs.sort((a, b) => place(a) - place(b)).map(name) });
  };
}
