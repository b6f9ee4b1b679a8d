import { factTable } from './facts.js';
import { drawResult } from './figures.js';
import { paragraph, rule, run } from './layout.js';
import { drawLetterhead, drawPanel, drawTitle, versionOf } from './letterhead.js';
import { type Run } from './lines.js';
import { type VerdictRecord } from './record.js';
import { type Sheet } from './sheet.js';
import { targetNames } from './target-names.js';
import { colors, styles } from './theme.js';
import { type Words } from './words.js';

/** The head of the first page: who, what, and the outcome as word and shape. */
export function drawSummary(sheet: Sheet): void {
  drawLetterhead(sheet);
  drawTitle(sheet, `title_${sheet.record.unit.kind}`);
  drawOutcome(sheet);
  factTable(sheet, facts(sheet));
  drawDecision(sheet);
}

function drawOutcome(sheet: Sheet): void {
  const { outcome } = sheet.record;
  drawPanel(sheet, {
    outcome: sheet.words.label(outcome),
    key: `outcome_${outcome}`,
    color: outcome === 'competent' ? colors.met : colors.open,
    figure: (x, y, size) => drawResult(sheet.flow.document, outcome, x, y, size),
  });
}

function facts({ record, words }: Sheet): [Run[], Run[][]][] {
  const { unit, leadAssessor } = record;
  const label = (key: Parameters<typeof words.say>[0]): Run[] => words.both(key, styles.label, styles.note, ' ');
  const level = unit.level;
  const meaning = level !== null && level >= 1 && level <= 6 ? words.say(`level_${level as 1}`) : '';
  const day = (value: string | undefined): Run[] | undefined =>
    value ? [run(words.day(value), styles.body)] : undefined;
  const rows: [Run[], (Run[] | undefined)[]][] = [
    [label('candidate'), [[run(record.candidate.name, styles.name)]]],
    [label(unit.kind), [[run(unit.name, styles.name)], [run(versionOf(unit, words), styles.body)]]],
    [label('level'), [level === null ? undefined : [run(words.say('level_value', { level, meaning }), styles.body)]]],
    [
      label('pathway'),
      [
        [
          run(
            words.say('pathway_value', { pathway: words.say(`pathway_${record.pathway}`), attempt: record.attempt }),
            styles.body,
          ),
        ],
        record.previous ? [run(followed(record.previous, words), styles.body)] : undefined,
      ],
    ],
    [
      label('lead_assessor'),
      [
        [run(leadAssessor.name, styles.strong)],
        leadAssessor.qualification
          ? [run(words.say('qualification', { qualification: leadAssessor.qualification }), styles.body)]
          : undefined,
      ],
    ],
    [
      label('decided_on'),
      [
        [
          run(
            `${words.day(record.decidedOn)}　${words.say('taipei', { time: words.instant(record.decidedAt).slice(11) })}`,
            styles.body,
          ),
        ],
      ],
    ],
    [label('notified_on'), [day(record.notifiedOn)]],
    [label('appeal_until'), [day(record.appealUntil)]],
    [label('verification'), [record.verificationUrl ? [run(record.verificationUrl, styles.body)] : undefined]],
  ];
  return rows.flatMap(([name, values]) => {
    const present = values.filter((value) => value !== undefined);
    return present.length > 0 ? [[name, present] as [Run[], Run[][]]] : [];
  });
}

function drawDecision({ flow, record, words, root }: Sheet): void {
  const said = (text: string | null): Run[][] => (text ? [[run(text, styles.body)]] : []);
  const parts = [
    ['reasons', said(record.reasons)],
    ['gaps', gapsOf(record)],
    ['feedback', said(record.feedback)],
    ['next_step', said(record.nextStep)],
  ] as const;
  for (const [key, texts] of parts) {
    if (texts.length === 0) continue;
    paragraph(flow, root, words.both(key, styles.strong, styles.headingOther), { type: 'H2', keep: 30, after: 1 });
    for (const text of texts) paragraph(flow, root, text, { after: 3 });
    flow.y += 6;
  }
  rule(flow, colors.rule);
}

/** Each gap with the words of the target it concerns. */
function gapsOf({ gaps, targets }: VerdictRecord): Run[][] {
  const name = targetNames(targets);
  const texts = new Map(targets.map(({ ref, text }) => [ref, text]));
  return gaps.map(({ targetRef, text }) => {
    const target = targetRef === null ? [] : [run(`${name(targetRef)} ${texts.get(targetRef) ?? ''}　`, styles.strong)];
    return [...target, run(text, styles.body)];
  });
}

/** The attempt before, by the number of its verdict where it came to one. */
function followed({ code, attempt, documentNumber }: NonNullable<VerdictRecord['previous']>, words: Words): string {
  return documentNumber
    ? words.say('follows_verdict', { code, attempt, number: documentNumber })
    : words.say('follows_attempt', { code, attempt });
}
