import PDFDocument from 'pdfkit';
import { canonicalJson } from '../documents/record.js';

/** The least that PDFKit takes for a record: its text in Latin letters, in a font that is not embedded. */
export function plainPdf(record: object): () => Promise<Buffer> {
  const text = canonicalJson(record).replace(/[^ -~]/g, 'x');
  const lines = text.match(/.{1,90}/g) ?? [];
  return async () => {
    const document = new PDFDocument({ size: 'A4' });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => document.on('end', resolve));
    for (const line of lines) document.fontSize(9).text(line, { lineBreak: false }).moveDown(0);
    document.end();
    await ended;
    return Buffer.concat(chunks);
  };
}
