import { drawQr, drawResult, drawStone } from './figures.js';
import { artifact, drawLines, element, paragraph, rule, run, tagged } from './layout.js';
import { breakLines, type Run } from './lines.js';
import { fitted, write } from './pen.js';
import { type PinnedCompetency, type VerdictRecord } from './record.js';
import { type Sheet } from './sheet.js';
import { targetNames } from './target-names.js';
import { factTable } from './facts.js';
import { colors, styles } from './theme.js';
import { type Words } from './words.js';

const qrSize = 74;
const panelHeight = 104;

/** The head of the first page: who, what, and the outcome as word and shape. */
export function drawSummary(sheet: Sheet): void {
  drawLetterhead(sheet);
  drawTitle(sheet);
  drawOutcome(sheet);
  factTable(sheet, facts(sheet));
  drawDecision(sheet);
}

function drawLetterhead({ flow, record, words, root }: Sheet): void {
  artifact(flow, () => drawStone(flow.document, flow.left, flow.y, 26));
  const number = [run(record.documentNumber, styles.strong)];
  const label = words.both('document_number', styles.label, styles.note);
  const right = flow.width * 0.36;
  const [nameTop, x] = [flow.y, flow.left + 36];
  const lines = breakLines([run(record.body.name, styles.strong)], flow.width - right - 50);
  const struct = element(flow, root, 'P');
  tagged(flow, struct, 'P', () => (flow.y = drawLines(flow, lines, x, nameTop + (lines.length === 1 ? 6 : 0))));
  const numbered = element(flow, root, 'P');
  tagged(flow, numbered, 'P', () => {
    const below = drawRight(sheetRight(flow), label, nameTop);
    drawRight(sheetRight(flow), number, below);
  });
  flow.y = Math.max(flow.y, nameTop + 30) + 16;

  function drawRight(place: { x: number; width: number }, runs: Run[], y: number): number {
    for (const line of breakLines(runs, place.width))
      y = drawLines(flow, [line], place.x + place.width - line.width, y);
    return y;
  }

  function sheetRight({ left, width }: typeof flow): { x: number; width: number } {
    return { x: left + width - right, width: right };
  }
}

function drawTitle({ flow, record, words, root }: Sheet): void {
  const key = `title_${record.unit.kind}` as const;
  paragraph(flow, root, [run(words.say(key), styles.title)], { type: 'H1', after: 0 });
  const [, other] = words.both(key, styles.title, styles.subtitle, '');
  paragraph(flow, root, [other!], { after: 12 });
}

function drawOutcome({ flow, record, words, root }: Sheet): void {
  const { left, width, y, document } = flow;
  artifact(flow, () => {
    document.rect(left, y, width, panelHeight).fill(colors.panel);
    document.rect(left, y, 3, panelHeight).fill(record.outcome === 'competent' ? colors.met : colors.open);
    document.rect(left + width - qrSize - 19, y + 11, qrSize + 8, qrSize + 8).fill(colors.paper);
    drawResult(document, record.outcome, left + 20, y + 25, 54);
  });
  const x = left + 92;
  const outcome = element(flow, root, 'P');
  tagged(flow, outcome, 'P', () => {
    const label = words.label(record.outcome);
    write(flow.pen, label, fitted(label, styles.outcome, width - qrSize - 120), x, y + 58);
  });
  const [, other] = words.both(`outcome_${record.outcome}`, styles.outcome, styles.subtitle, '');
  const second = element(flow, root, 'P');
  tagged(flow, second, 'P', () => void write(flow.pen, other!.text, other!.style, x + 1, y + 76));
  drawVerification({ flow, record, words, root }, left + width - qrSize - 15, y + 15);
  flow.y = y + panelHeight + 14;
}

function drawVerification({ flow, record, words, root }: Sheet, x: number, y: number): void {
  const figure = element(flow, root, 'Figure', {
    alt: words.say('qr', { url: record.verificationUrl }),
    bbox: [x, y, x + qrSize, y + qrSize],
  });
  tagged(flow, figure, 'Figure', () => drawQr(flow.document, record.verificationUrl, x, y, qrSize));
  figure.end();
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
    [label('verification'), [[run(record.verificationUrl, styles.body)]]],
  ];
  return rows.flatMap(([name, values]) => {
    const present = values.filter((value) => value !== undefined);
    return present.length > 0 ? [[name, present] as [Run[], Run[][]]] : [];
  });
}

/** An edition is named only where it corrects an earlier one. */
function versionOf({ code, version, edition }: PinnedCompetency, words: Words): string {
  const corrected = edition > 1 ? words.say('edition_value', { edition }) : '';
  return words.say('version_value', { code, version }) + corrected;
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
