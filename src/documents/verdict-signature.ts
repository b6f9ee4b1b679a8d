import { drawStone } from './figures.js';
import { need, paragraph, run } from './layout.js';
import { addSignatureField } from './pdf-a.js';
import { inside, type Reference } from './pdfkit-inside.js';
import { fitted, write } from './pen.js';
import { type Sheet } from './sheet.js';
import { colors, styles } from './theme.js';

const field = { width: 232, height: 54 };

/** What the signature is and is not, and the field it goes into. Stands together on one page. */
export function drawSignature(sheet: Sheet): void {
  const { flow, root, record, words } = sheet;
  const { leadAssessor, body } = record;
  flow.y += 12;
  need(flow, field.height + 118);
  paragraph(flow, root, words.both('signature', styles.strong, styles.headingOther), { type: 'H2', after: 4 });
  const place = { x: flow.left, y: flow.y, ...field };
  const description = words.say('signature_field', { name: leadAssessor.name, body: body.name });
  const claimedAt = new Date(record.decidedAt);
  const reason = words.say('signature_reason');
  addSignatureField(flow.document, root, {
    name: 'lead_assessor',
    description,
    signerName: leadAssessor.name,
    reason,
    claimedAt,
    place,
    appearance: appearance(sheet),
  });
  const top = flow.y;
  const beside = { x: flow.left + field.width + 18, width: flow.width - field.width - 18 };
  paragraph(flow, root, [run(words.say('no_score'), styles.note)], { ...beside, after: 2 });
  paragraph(flow, root, [run(words.say('record_embedded'), styles.note)], beside);
  flow.y = Math.max(flow.y, top + field.height + 6);
  paragraph(flow, root, [run(words.say('signature_explained', { body: body.name }), styles.note)], { after: 2 });
  const other = { ...styles.note, lang: words.locale === 'zh-TW' ? 'en' : 'zh-Hant-TW' };
  const second = [words.other('signature_explained', { body: body.name }), words.other('no_score')].join(' ');
  paragraph(flow, root, [run(second, other)], { after: 12 });
}

/** The field's picture: a frame, the mark, the signer and the claimed time, in the document's own embedded font. */
function appearance({ flow, record, words }: Sheet): Reference {
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
    write(flow.pen, record.leadAssessor.name, fitted(record.leadAssessor.name, styles.strong, width - 60), 48, 31);
    write(flow.pen, `${words.instant(record.decidedAt)}　${record.documentNumber}`, styles.note, 48, 45);
  } finally {
    (pdf as { page: unknown }).page = before;
  }
  form.end(content.join('\n'));
  return form;
}
