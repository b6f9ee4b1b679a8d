import { groupBy } from '../common/group-by.js';
import { explainWhy } from '../sufficiency/explain.js';
import { claimSubjects } from './claim-subjects.js';
import { run } from './layout.js';
import { type VerdictClaim } from './record.js';
import { columnsOf, tableSection } from './section.js';
import { type Sheet } from './sheet.js';
import { styles } from './theme.js';
import { type Words } from './words.js';

/** The claims that do not count, and why: a row for all of one item that are alike. */
export function drawUncounted(sheet: Sheet): void {
  const { record, words } = sheet;
  const claims = record.claims.filter(({ counts }) => !counts);
  if (claims.length === 0) return;
  const subject = claimSubjects(record, words);
  const groups = groupBy(claims, ({ itemNumber, state, why }) => JSON.stringify([itemNumber, state, why]));
  const rows = [...groups.values()]
    .sort(([a], [b]) => a!.itemNumber - b!.itemNumber)
    .map((group) => {
      const [claim] = group as [VerdictClaim];
      const refs = [...new Set(group.map(({ targetRef }) => targetRef))];
      const cells = [subject(claim.itemNumber, refs), stateText(words, claim), whyText(words, claim)];
      return { cells: cells.map((text) => ({ runs: [[run(text, styles.small)]] })) };
    });
  tableSection(sheet, 'section_uncounted', columnsOf(sheet, ['subject', 'judged', 'why'], [172, 84]), rows);
}

const stateText = (words: Words, { state }: VerdictClaim): string =>
  state === 'accepted' ? words.say('judgement_accepted') : explainWhy(state, words.locale);

/** What else than its state keeps it from counting. */
function whyText(words: Words, { state, why }: VerdictClaim): string {
  const others = why.filter((one) => one !== state).map((one) => explainWhy(one, words.locale));
  return others.join('；') || '—';
}
