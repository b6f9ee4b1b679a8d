import { ruleTexts } from '../i18n/rules.js';
import { factTable } from './facts.js';
import { run } from './layout.js';
import { type Run } from './lines.js';
import { type Sheet } from './sheet.js';
import { styles } from './theme.js';
import { sectionHeading } from './section.js';
import { settingLines } from './setting-lines.js';
import { type DocumentKey, type Words } from './words.js';

/** Who assessed, what was waived, under which settings, and what the verdict rests on. */
export function drawProcess(sheet: Sheet): void {
  const { record, words } = sheet;
  const assessors = record.assessors.map(({ name, qualification }) =>
    qualification ? name + words.say('in_brackets', { text: qualification }) : name,
  );
  const waivers = record.waivers.map(({ rule, reason, waivedBy, waivedAt }) =>
    words.say('waiver', { rule, reason, name: waivedBy.name, at: words.instant(waivedAt) }),
  );
  const checked = record.evaluatedRules.map((rule) => ruleTitle(words, rule));
  const facts: [DocumentKey, string[]][] = [
    ['assessors', assessors],
    ['evaluated_rules', [words.say('rules_checked', { rules: checked })]],
    [
      'warnings',
      orNone(
        words,
        record.warnings.map(({ rule, text }) => `${rule}　${text}`),
      ),
    ],
    ['waivers', orNone(words, waivers)],
    ['settings', settingLines(words, record.settings)],
    // A preview has none.
    ['attachment', sheet.mark === 'preview' ? [] : [words.say('record_embedded')]],
    ['source_hash', [record.unit.sourceSha256]],
    ['basis_hash', [record.basisHash]],
  ];
  const rows = facts
    .filter(([, texts]) => texts.length > 0)
    .map(([key, texts]): [Run[], Run[][]] => [
      words.both(key, styles.label, styles.note, ' '),
      texts.map((text) => [run(text, styles.small)]),
    ]);
  sectionHeading(sheet, 'section_process', { keep: 60 });
  factTable(sheet, rows);
}

/** That there is nothing is said: a missing row could also mean that nobody looked. */
const orNone = (words: Words, texts: string[]): string[] => (texts.length > 0 ? texts : [words.say('none')]);

/** A rule's name with its id; one that has no name here is printed as its id. */
function ruleTitle(words: Words, rule: string): string {
  const title = (ruleTexts[words.locale] as Record<string, string>)[`title.${rule}`];
  return title ? title + words.say('in_brackets', { text: rule }) : rule;
}
