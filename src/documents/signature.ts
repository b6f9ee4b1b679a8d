import { drawStone } from './figures.js';
import { heightOf, leading, need, paragraph, run } from './layout.js';
import { breakLines } from './lines.js';
import { addSignatureField } from './pdf-a.js';
import { inside, type Reference } from './pdfkit-inside.js';
import { fitted, write } from './pen.js';
import { type IssuedRecord, type Sheet } from './sheet.js';
import { colors, styles } from './theme.js';
import { type DocumentKey } from './words.js';

const field = { width: 232, height: 54 };
const headingHeight = styles.strong.size * leading + 3;

export interface Signature {
  /** The field's own name. */
  field: string;
  /** Who signs. */
  name: string;
  explained: DocumentKey;
  reason: DocumentKey;
}

/** What the signature is and is not, and the field it goes into. Stands together on one page. */
export function drawSignature(sheet: Sheet<IssuedRecord>, signature: Signature): void {
  const { flow, root, record, words } = sheet;
  const { body } = record;
  const { name, explained: key } = signature;
  const beside = { x: flow.left + field.width + 16, width: flow.width - field.width - 16 };
  const explained = [run(words.say(key, { body: body.name }), styles.note)];
  const foreign = { ...styles.note, lang: words.locale === 'zh-TW' ? 'en' : 'zh-Hant-TW' };
  const translated = [run(words.other(key, { body: body.name }), foreign)];
  const tall = Math.max(field.height, heightOf(breakLines(explained, beside.width))) + 5;
  const height = 10 + headingHeight + tall + heightOf(breakLines(translated, flow.width));
  need(flow, height);
  flow.y += 10;
  paragraph(flow, root, words.both('signature', styles.strong, styles.headingOther), { type: 'H2', after: 3 });
  const top = flow.y;
  addSignatureField(flow.document, root, {
    name: signature.field,
    description: words.say('signature_field', { name, body: body.name }),
    signerName: name,
    reason: words.say(signature.reason),
    claimedAt: new Date(record.decidedAt),
    place: { x: flow.left, y: top, ...field },
    appearance: appearance(sheet, name),
  });
  paragraph(flow, root, explained, beside);
  flow.y = top + tall;
  paragraph(flow, root, translated, { after: 12 });
}

/** The field's picture: a frame, the mark, the signer and the claimed time, in the document's own embedded font. */
function appearance({ flow, record, words }: Sheet<IssuedRecord>, name: string): Reference {
  const pdf = inside(flow.document);
  const { width, height } = field;
  const before = pdf.page;
  const form = pdf.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] });
  const resources: { Font: Record<string, Reference> } = { Font: {} };
  form.data['Resources'] = resources;
  const content: string[] = [];
  // PDFKit draws on the current page; for a moment the field's picture is that page.
  const canvas = { ...before, width, height, fonts: resources.Font, write: (chunk: string) => content.push(chunk) };
  (pdf as { page: unknown }).page = canvas;
  try {
    content.push(`1 0 0 -1 0 ${height} cm`);
    flow.document
      .rect(0.4, 0.4, width - 0.8, height - 0.8)
      .lineWidth(0.8)
      .stroke(colors.muted);
    drawStone(flow.document, 10, 13, 28);
    write(flow.pen, words.say('signature_of'), styles.note, 48, 15);
    write(flow.pen, name, fitted(name, styles.strong, width - 60), 48, 31);
    write(flow.pen, `${words.instant(record.decidedAt)}　${record.documentNumber}`, styles.note, 48, 45);
  } finally {
    (pdf as { page: unknown }).page = before;
  }
  form.end(content.join('\n'));
  return form;
}
