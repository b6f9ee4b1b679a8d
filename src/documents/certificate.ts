import { type CertificateRecord } from './certificate-record.js';
import { drawFrame, drawTouchstone } from './certificate-figures.js';
import { drawFoot } from './certificate-foot.js';
import { type Kind, renderRecord, type RenderOptions } from './document.js';
import { artifact, drawLines, element, heightOf, placed, rule, run, tagged } from './layout.js';
import { drawMark, versionOf } from './letterhead.js';
import { breakLines, type Line, type Run } from './lines.js';
import { fitted, type Style } from './pen.js';
import { type Sheet } from './sheet.js';
import { colors, landscape, styles } from './theme.js';

export type CertificateSheet = Sheet<CertificateRecord>;

/** The certificate as PDF on one page, with an empty signature field for the body's seal. */
export function renderCertificate(record: CertificateRecord, options?: RenderOptions): Promise<Buffer> {
  const kind: Kind<CertificateRecord> = {
    title: `title_certificate_${record.unit.kind}`,
    at: record.issuedAt,
    paper: landscape,
    draw,
  };
  return renderRecord(record, kind, options);
}

/** Head and foot take what they need; between them everything is as large as it may be. */
function draw(sheet: CertificateSheet): void {
  const { flow, look } = sheet;
  artifact(flow, () => {
    drawTouchstone(flow.document, look.accent ?? colors.stone);
    drawFrame(flow.document);
  });
  drawHead(sheet);
  const top = flow.y;
  const foot = drawFoot(sheet);
  drawBody(sheet, top, foot.top);
  foot.draw();
}

/** Who issued it, under which number, and what it is. */
function drawHead(sheet: CertificateSheet): void {
  const { flow, record, words, look, root } = sheet;
  const top = flow.y;
  const right = 190;
  const mark = drawMark(sheet, flow.left, top, 34);
  const name = breakLines([run(record.body.name, styles.name)], flow.width - right - mark - 30);
  placed(flow, root, 'P', name, flow.left + mark + 12, top + Math.max(0, (34 - heightOf(name)) / 2));
  const label = breakLines(words.both('certificate_number', styles.label, styles.note), right);
  const number = breakLines([run(record.certificateNumber, styles.name)], right);
  const x = (line: Line): number => flow.left + flow.width - line.width;
  const numbered = element(flow, root, 'P');
  tagged(flow, numbered, 'P', () => {
    let y = top;
    for (const line of [...label, ...number]) y = drawLines(flow, [line], x(line), y);
  });
  flow.y = top + Math.max(34, heightOf(name), heightOf([...label, ...number])) + 16;
  const strong: Style = { ...styles.title, size: 27, color: look.accent ?? colors.ink };
  const key = `title_certificate_${record.unit.kind}` as const;
  const [title, other] = words.own(look.title, key, strong, styles.subtitle);
  const lines = breakLines([{ ...title, style: fitted(title.text, title.style, flow.width) }], flow.width + 1);
  flow.y = placed(flow, root, 'H1', lines, flow.left, flow.y);
  flow.y = placed(flow, root, 'P', breakLines([other], flow.width), flow.left + 1, flow.y - 4) + 5;
  rule(flow, colors.streak, flow.left, 64, 1.4);
  flow.y += 8;
}

interface Part {
  lines: Line[];
  after: number;
  /** The holder's name is a heading: whoever listens finds it at once. */
  type?: 'H2';
}

/** Who was found to be what in what: as large as there is room for, and smaller before anything is cut. */
function drawBody(sheet: CertificateSheet, top: number, bottom: number): void {
  const { flow, root } = sheet;
  const height = (parts: Part[]): number => parts.reduce((sum, { lines, after }) => sum + heightOf(lines) + after, 0);
  let scale = 1;
  let parts = partsOf(sheet, scale);
  while (height(parts) > bottom - top && scale > 0.2) parts = partsOf(sheet, (scale -= 0.05));
  let y = top + Math.max(0, (bottom - top - height(parts)) / 2);
  for (const { lines, after, type } of parts) y = placed(flow, root, type ?? 'P', lines, flow.left, y) + after;
}

function partsOf({ flow, record, words, look }: CertificateSheet, scale: number): Part[] {
  const { unit, holder } = record;
  const sized = (style: Style, size = style.size): Style => ({ ...style, size: size * scale });
  const [plain, note] = [sized(styles.body, 10.5), sized(styles.note, 8.5)];
  const lines = (runs: Run[]): Line[] => breakLines(runs, flow.width);
  const level = unit.level === null ? '' : `　${words.say('level_name', { level: unit.level })}`;
  const meaning =
    unit.level !== null && unit.level >= 1 && unit.level <= 6 ? words.say(`level_${unit.level as 1}`) : '';
  const outcome = words.label('competent');
  const certified = `certified_${unit.kind}` as const;
  const statement = look.statement ? words.own(look.statement, 'certify', plain, note) : [];
  const known = [
    holder.birthDate && words.say('birth_date', { day: words.day(holder.birthDate) }),
    holder.maskedId && words.say('masked_id', { id: holder.maskedId }),
  ].filter((text) => text !== null && text !== '');
  const gap = (points: number): number => points * scale;
  return [
    { lines: lines(words.both('certify', plain, note)), after: gap(0) },
    {
      lines: lines([run(holder.name, shrunk(holder.name, sized(styles.title, 42), flow.width))]),
      after: gap(1),
      type: 'H2',
    },
    ...(known.length > 0 ? [{ lines: lines([run(known.join('　'), note)]), after: gap(4) }] : []),
    {
      lines: lines([
        run(words.say(certified, { outcome }), plain),
        run(`  ${words.other(certified, { outcome: words.otherLabel('competent') })}`, words.foreign(note)),
      ]),
      after: gap(3),
    },
    { lines: lines([run(unit.name, shrunk(unit.name, sized(styles.title, 21), flow.width))]), after: 0 },
    { lines: lines([run(versionOf(unit, words) + level, plain), run(meaning && `　${meaning}`, note)]), after: gap(7) },
    { lines: lines(words.both(`all_met_${unit.kind}`, plain, note)), after: gap(2) },
    ...statement.map((text) => ({ lines: lines([text]), after: gap(2) })),
  ];
}

/** A name goes into one line while that leaves it half its size; then it takes another line. */
function shrunk(name: string, style: Style, width: number): Style {
  const { size } = fitted(name, style, width);
  return size >= style.size ? style : { ...style, size: Math.max(size * 0.999, style.size / 2) };
}
