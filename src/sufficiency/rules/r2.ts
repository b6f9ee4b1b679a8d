import { isBlank } from '../checks.js';
import { type ItemFact } from '../facts.js';
import { type Rule } from '../finding.js';
import { itemFound, standingItems } from './where.js';

/** Whether anything of the item can only be read with the data of others in it; words without a file always can. */
function isUnredacted({ files }: ItemFact): boolean {
  const redacted = new Set(files.map(({ redactionOf }) => redactionOf));
  return files.length === 0 || files.some(({ sha256, redactionOf }) => !redactionOf && !redacted.has(sha256));
}

/**
 * What holds other people's personal data has a redacted copy of every file, or a reason to stay readable.
 * Source: domain.md R2.
 */
export const r2: Rule = {
  id: 'R2',
  severity: 'warns',
  scope: 'item',
  check: (view) =>
    standingItems(view)
      .filter(({ item }) => item.othersData && isBlank(item.othersDataReason) && isUnredacted(item))
      .map((item) => itemFound(view, item, 'others_data_open', 'redact_or_justify')),
};
