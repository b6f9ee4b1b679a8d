import { type Countersignature } from '../signing/seal.js';
import { sealField } from '../signing/seal-field.js';
import { drawStone } from './figures.js';
import { type Flow, heightOf, leading, need, paragraph, run } from './layout.js';
import { breakLines, type Run } from './lines.js';
import { addSignatureField } from './pdf-a.js';
import { inside, type Reference } from './pdfkit-inside.js';
import { fitted, write } from './pen.js';
import { type Instant, type Party } from './record.js';
import { type IssuedRecord, type Sheet } from './sheet.js';
import { colors, styles } from './theme.js';
import { type DocumentKey, makeWords } from './words.js';

const gap = 16;
const fieldHeight = 54;
const headingHeight = styles.strong.size * leading + 3;

export interface Signature {
  /** The field's own name. */
  field: string;
  /** Who signs. */
  name: string;
  explained: DocumentKey;
  reason: DocumentKey;
}

/** What is drawn in a signature field, and what the signature will say of itself. */
export interface SignatureBlock {
  field: string;
  kind: 'signature' | 'seal';
  name: string;
  /** Null in a field that waits for a countersignature. */
  reason: string | null;
  body: Party;
  at: Instant;
  documentNumber: string;
}

interface Size {
  width: number;
  height: number;
}

interface Place extends Size {
  x: number;
  y: number;
}

type Drawing = Pick<Sheet<IssuedRecord>, 'flow' | 'words' | 'root' | 'mark'>;

/** Somebody's signature and the body's seal side by side, and what they are and are not. Stands together on one page. */
export function drawSignature(sheet: Sheet<IssuedRecord>, signature: Signature): void {
  const { flow, root, record, words } = sheet;
  const { body, documentNumber, decidedAt: at } = record;
  const { field, name } = signature;
  need(flow, signatureHeight(sheet, signature));
  flow.y += 10;
  paragraph(flow, root, words.both('signature', styles.strong, styles.headingOther), { type: 'H2', after: 3 });
  const width = (flow.width - gap) / 2;
  const place = { x: flow.left, y: flow.y, width, height: fieldHeight };
  const common = { body, at, documentNumber };
  const reason = words.say(signature.reason);
  drawSignatureField(sheet, { ...common, field, kind: 'signature', name, reason }, place);
  const seal = { ...common, field: sealField, kind: 'seal', name: body.name, reason: null } as const;
  drawSignatureField(sheet, seal, { ...place, x: place.x + width + gap });
  flow.y += fieldHeight + 5;
  const [explained, translated] = explanations(sheet, signature);
  paragraph(flow, root, explained, { after: 1 });
  paragraph(flow, root, translated, { after: 12 });
}

/** What `drawSignature` takes, for what is to stand on the same page above it. */
export function signatureHeight(sheet: Sheet<IssuedRecord>, signature: Signature): number {
  const texts = explanations(sheet, signature).map((text) => heightOf(breakLines(text, sheet.flow.width)));
  return 10 + headingHeight + fieldHeight + 6 + texts.reduce((sum, height) => sum + height, 0);
}

/** A signature field at a place: the frame that is seen, and the field beneath it. */
export function drawSignatureField(drawing: Drawing, block: SignatureBlock, place: Place): void {
  const { flow, words, root, mark } = drawing;
  const { field, kind, name, reason, body, at } = block;
  addSignatureField(flow.document, root, {
    name: field,
    description: words.say(`${kind}_field`, { name, body: body.name }),
    signature: reason === null || mark ? null : { name, reason, claimedAt: new Date(at) },
    place,
    appearance: appearance(drawing, block, place),
  });
}

/** What the seal says of itself when it countersigns. */
export function sealing(body: Party, at: Instant): Countersignature {
  const reason = makeWords('zh-TW', {}).say('seal_reason');
  return { field: sealField, name: body.name, reason, claimedAt: new Date(at) };
}

function explanations({ record, words }: Sheet<IssuedRecord>, { explained }: Signature): [Run[], Run[]] {
  const foreign = { ...styles.note, lang: words.locale === 'zh-TW' ? 'en' : 'zh-Hant-TW' };
  const params = { body: record.body.name };
  return [[run(words.say(explained, params), styles.note)], [run(words.other(explained, params), foreign)]];
}

/** The field's picture: a frame, the mark, the signer and the claimed time, in the document's own embedded font. */
function appearance({ flow, words, mark }: Drawing, block: SignatureBlock, { width, height }: Place): Reference {
  const { kind, name, at, documentNumber } = block;
  const signed = mark ? words.say('not_signed') : `${words.instant(at)}　${documentNumber}`;
  const label = `${words.say(`${kind}_of`)}　${words.other(`${kind}_of`)}`;
  return picture(flow, { width, height }, () => {
    flow.document
      .rect(0.4, 0.4, width - 0.8, height - 0.8)
      .lineWidth(0.8)
      .stroke(colors.muted);
    drawStone(flow.document, 10, 13, 28);
    write(flow.pen, label, styles.note, 48, 15);
    write(flow.pen, name, fitted(name, styles.strong, width - 60), 48, 31);
    write(flow.pen, signed, styles.note, 48, 45);
  });
}

/** A form XObject with what `draw` draws, its origin at the top left. */
export function picture({ document }: Flow, { width, height }: Size, draw: () => void): Reference {
  const pdf = inside(document);
  const before = pdf.page;
  const form = pdf.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] });
  const resources: { Font: Record<string, Reference> } = { Font: {} };
  form.data['Resources'] = resources;
  const content: string[] = [];
  // PDFKit draws on the current page; for a moment the picture is that page.
  const canvas = { ...before, width, height, fonts: resources.Font, write: (chunk: string) => content.push(chunk) };
  (pdf as { page: unknown }).page = canvas;
  try {
    content.push(`1 0 0 -1 0 ${height} cm`);
    draw();
  } finally {
    (pdf as { page: unknown }).page = before;
  }
  form.end(content.join('\n'));
  return form;
}
