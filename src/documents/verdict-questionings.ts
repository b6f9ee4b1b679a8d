import { factTable } from './facts.js';
import { paragraph, run } from './layout.js';
import { type Run } from './lines.js';
import { type VerdictItem } from './record.js';
import { type VerdictQuestion, type VerdictQuestioning } from './record-questioning.js';
import { columnsOf, sectionHeading } from './section.js';
import { type Sheet } from './sheet.js';
import { drawTable, layTable, type Row } from './table.js';
import { targetNames } from './target-names.js';
import { styles } from './theme.js';
import { methodText } from './verdict-guide.js';
import { period } from './verdict-observations.js';
import { type DocumentKey } from './words.js';

/** What the candidate was asked, question by question, with the answers. */
export function drawQuestionings(sheet: Sheet): void {
  const questioned = sheet.record.items.filter(({ questioning }) => questioning !== null);
  if (questioned.length === 0) return;
  sectionHeading(sheet, 'section_questionings', { keep: 90 });
  for (const item of questioned) drawQuestioning(sheet, item, item.questioning!);
}

function drawQuestioning(
  sheet: Sheet,
  { number, title, signedAt }: VerdictItem,
  questioning: VerdictQuestioning,
): void {
  const { flow, root, record, words } = sheet;
  const heading = `${words.say('item_reference', { number })}　${title}`;
  paragraph(flow, root, [run(heading, styles.strong)], { type: 'H3', keep: 60, after: 2 });
  const { purpose, askedBy, askedAt, endedAt, place, present, notes, method, about, questions } = questioning;
  const facts: [DocumentKey, string | null][] = [
    ['purpose', words.say(`purpose_${purpose}`)],
    ['asked_at', period(words, { startedAt: askedAt, endedAt })],
    ['place', place],
    ['present', present],
    ['talked_about', about.length > 0 ? words.say('item_references', { numbers: about }) : null],
    ['remarks', notes],
    ['method', [method, methodText(record, method)].filter(Boolean).join('　') || null],
    ['observer', [askedBy.name, signedAt && words.instant(signedAt)].filter(Boolean).join('　')],
  ];
  const rows = facts.flatMap(([key, text]): [Run[], Run[][]][] =>
    text === null ? [] : [[words.both(key, styles.label, styles.note, ' '), [[run(text, styles.small)]]]],
  );
  factTable(sheet, rows);
  if (questions.length > 0) drawQuestions(sheet, questions, heading);
}

/** A row for each question, with the targets it is tied to beneath it. */
function drawQuestions(sheet: Sheet, questions: VerdictQuestion[], summary: string): void {
  const { flow, root, record, words } = sheet;
  const name = targetNames(record.targets);
  const rows = questions.map(({ text, refs, mode, answer, outcome, note }): Row => {
    const targets = refs.length > 0 ? [[run(words.say('tied_to', { targets: refs.map(name) }), styles.note)]] : [];
    const put = outcome === 'not_asked' ? [] : [[run(words.say(`mode_${mode}`), styles.note)]];
    const noted = note ? [[run(words.say('assessor_note', { note }), styles.note)]] : [];
    return {
      cells: [
        { runs: [[run(text, styles.small)], ...targets] },
        { runs: [[run(answer ?? '—', styles.small)], ...noted] },
        {
          runs: [[run(words.say(`answer_${outcome}`), styles.smallStrong)], ...put],
        },
      ],
    };
  });
  const columns = columnsOf(sheet, ['question', 'answer', 'result'], [176, flow.width - 176 - 84]);
  drawTable(flow, root, layTable(flow, columns, rows), summary);
}
