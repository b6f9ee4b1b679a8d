import { type CertificateSheet } from './certificate.js';
import { missingCharacters } from './document.js';
import { artifact, heightOf, placed, run } from './layout.js';
import { drawVerification } from './letterhead.js';
import { breakLines, type Run } from './lines.js';
import { addSignatureField } from './pdf-a.js';
import { type Reference } from './pdfkit-inside.js';
import { expectMissing, fitted, type Style, widthOf, write } from './pen.js';
import { drawSeal } from './seal-figure.js';
import { picture } from './signature.js';
import { colors, styles } from './theme.js';
import { type DocumentKey } from './words.js';

const seal = { width: 214, height: 82 };
const qr = 76;

/** What stands beneath: how and when, who for the body, its seal, where to verify, and what the certificate is not. */
export function drawFoot(sheet: CertificateSheet): { top: number; draw: () => void } {
  const { flow, record, root } = sheet;
  const { body, holder, unit, representative } = record;
  expectMissing(flow.pen, [body.name, holder.name, unit.name, representative?.name ?? '']);
  const notes = () => notesOf(sheet).map((runs) => breakLines(runs, flow.width));
  const below = flow.bottom - notes().reduce((sum, lines) => sum + heightOf(lines), 0);
  const middle = below - seal.height - 12;
  const top = middle - 46;
  return {
    top: top - 6,
    draw: () => {
      drawFacts(sheet, top);
      drawSealed(sheet, middle);
      let y = below;
      for (const lines of notes()) y = placed(flow, root, 'P', lines, flow.left, y);
    },
  };
}

/** Pathway and dates, and who stands for the body: side by side. */
function drawFacts(sheet: CertificateSheet, y: number): void {
  const { flow, record, words, root } = sheet;
  const { representative, pathway, verdict, issuedOn } = record;
  const facts: [DocumentKey, string][] = [
    ['pathway', words.say(`pathway_${pathway}`)],
    ['assessed_on', words.day(verdict.decidedOn)],
    ['issued_on', words.day(issuedOn)],
  ];
  if (representative) facts.push(['representative', `${representative.post}　${representative.name}`]);
  artifact(flow, () => flow.document.rect(flow.left, y - 1, flow.width, 0.5).fill(colors.rule));
  const shares = representative ? [0.2, 0.2, 0.2, 0.4] : [1 / 3, 1 / 3, 1 / 3];
  facts.reduce((x, [key, value], index) => {
    const width = flow.width * shares[index]!;
    const room = width - 10;
    const label = breakLines(words.both(key, styles.label, styles.note), room);
    const style = fitted(value, styles.strong, room * 1.9);
    placed(flow, root, 'P', [...label, ...breakLines([run(value, style)], room)], x, y + 4);
    return x + width;
  }, flow.left);
}

/** The seal with the signature that it stands for, and the QR code with its address. */
function drawSealed(sheet: CertificateSheet, y: number): void {
  const { flow, record, words, root, mark, claimedAt } = sheet;
  const { body, verificationUrl, documentNumber } = record;
  const x = flow.left + flow.width - seal.width;
  drawVerification(sheet, flow.left, y + 3, qr);
  const label = breakLines(words.both('verification', styles.label, styles.note), x - flow.left - qr - 30);
  const address = breakLines([run(verificationUrl, styles.small)], x - flow.left - qr - 30);
  const number = breakLines([run(`${words.say('document_number')} ${documentNumber}`, styles.note)], 300);
  placed(flow, root, 'P', [...label, ...address, ...number], flow.left + qr + 14, y + 2);
  addSignatureField(flow.document, root, {
    name: 'seal',
    description: words.say('seal_field', { body: body.name }),
    signature: mark ? null : { name: body.name, reason: words.say('certificate_signature_reason'), claimedAt },
    place: { x, y, ...seal },
    appearance: appearance(sheet),
  });
}

function appearance({ flow, record, words }: CertificateSheet): Reference {
  const { body, issuedAt } = record;
  const side = seal.height - 2;
  const left = seal.width - side - 1;
  const beside = (text: string, style: Style, y: number): void => {
    const fit = fitted(text, style, left - 12);
    write(flow.pen, text, fit, left - 12 - widthOf(text, fit), y);
  };
  return picture(flow, seal, () => {
    beside(words.say('seal_of'), styles.strong, 40);
    beside(words.other('seal_of'), styles.note, 52);
    beside(words.instant(issuedAt), styles.note, 68);
    drawSeal(flow.document, flow.pen, body.name, left, 1, side);
  });
}

/** In small letters at the very foot, all of it text that counts. */
function notesOf(sheet: CertificateSheet): Run[][] {
  const { record, words, look } = sheet;
  const { note } = styles;
  const signed = { body: record.body.name };
  const { replaces } = record;
  const replaced = replaces && { number: replaces.certificateNumber, reason: replaces.reason };
  const missing = missingCharacters(sheet);
  return [
    ...(replaced ? [[run(words.say('replaces', replaced), note)]] : []),
    [run(joined([words.say('not_a_licence'), words.say('certificate_signature_explained', signed)]), note)],
    [
      run(
        joined([words.other('not_a_licence'), words.other('certificate_signature_explained', signed)]),
        words.foreign(note),
      ),
    ],
    ...(missing ? [[run(missing, note)]] : []),
    ...(look.footer ? [words.own(look.footer, 'document_number', note, note)[0]].map((text) => [text]) : []),
  ];
}

/** Sentences of one language; only Latin ones are parted by a space. */
const joined = (sentences: string[]): string => sentences.join(sentences[0]!.endsWith('。') ? '' : ' ');
