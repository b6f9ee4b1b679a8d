import { type NotCounting, type ClaimView } from '../sufficiency/view.js';

/** What somebody can still settle without anything new being seen. */
const settled: readonly NotCounting[] = [
  'unjudged',
  'disputed',
  'undeclared',
  'unsigned',
  'bytes_missing',
  'part_unstated',
  'report_incomplete',
  'date_unknown',
  'made_after_receipt',
];

/** Whether a claim that does not count yet may come to count as it is: signed, declared, completed or judged. */
export function mayCount({ live, counts, item, why }: ClaimView): boolean {
  const young = item !== null && (item.current || item.item.producedOn === null);
  return live && !counts && young && why.every((reason) => settled.includes(reason));
}
