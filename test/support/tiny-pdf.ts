import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { emptyByteRange, emptyContents } from '../../src/signing/placeholder.js';

/** The objects of the smallest PDF that can be signed and carries a record; 4 is its page, 10 its signature. */
export interface TinyPdf {
  text?: string;
  record?: string;
  claimedAt?: string;
  extraField?: boolean;
  /** The names of the field that is signed first and of the extra one, which waits. */
  fields?: [string, string];
}

/** A one-page PDF with an empty signature placeholder and an embedded record, written without any library. */
export function tinyPdf({
  text = 'Competent',
  record = '{"a":1}',
  claimedAt = '20260302010203',
  extraField,
  fields = ['assessor', 'seal'],
}: TinyPdf = {}): Buffer {
  const content = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /AcroForm 8 0 R /Names << /EmbeddedFiles << /Names [(record.json) 6 0 R] >> >> >>`,
    `<< /Type /Pages /Kids [4 0 R] /Count 1 >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R /Annots [9 0 R${extraField ? ' 11 0 R' : ''}] >>`,
    stream('', content),
    `<< /Type /Filespec /F (record.json) /UF (record.json) /EF << /F 7 0 R >> >>`,
    stream(
      '/Type /EmbeddedFile /Subtype /application#2Fjson /Filter /FlateDecode',
      deflateSync(record).toString('latin1'),
    ),
    `<< /SigFlags 3 /Fields [9 0 R${extraField ? ' 11 0 R' : ''}] >>`,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${fields[0]}) /F 132 /Rect [72 72 272 122] /P 4 0 R /V 10 0 R >>`,
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:${claimedAt}Z) /ByteRange ${emptyByteRange} /Contents ${emptyContents} >>`,
    ...(extraField
      ? [`<< /Type /Annot /Subtype /Widget /FT /Sig /T (${fields[1]}) /F 132 /Rect [300 72 500 122] /P 4 0 R >>`]
      : []),
  ];
  const numbered = objects.map((body, index): [number, string] => [index + 1, body]);
  return Buffer.from(write('%PDF-1.7\n%\xff\xff\xff\xff\n', numbered, objects.length + 1, undefined), 'latin1');
}

/** Appends a revision that holds these objects, as any PDF tool would. `root` is the catalog's number. */
export function appendRevision(pdf: Buffer, objects: [number, string][], root = 1): Buffer {
  const text = pdf.toString('latin1');
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const size = Math.max(Number(/\/Size (\d+)/.exec(text)?.[1]), ...objects.map(([number]) => number + 1));
  return Buffer.from(write(text, objects, size, previous, root), 'latin1');
}

export function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function write(
  before: string,
  objects: [number, string][],
  size: number,
  previous: number | undefined,
  root = 1,
): string {
  let text = before;
  const offsets = objects.map(([number, body]): [number, number] => {
    const at = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return [number, at];
  });
  const table = offsets.map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
  const start = text.length;
  const id = createHash('md5').update('tiny').digest('hex');
  const prev = previous === undefined ? '' : ` /Prev ${previous}`;
  text += `xref\n${previous === undefined ? '0 1\n0000000000 65535 f \n' : ''}${table.join('')}`;
  return `${text}trailer\n<< /Size ${size} /Root ${root} 0 R${prev} /ID [<${id}> <${id}>] >>\nstartxref\n${start}\n%%EOF\n`;
}
