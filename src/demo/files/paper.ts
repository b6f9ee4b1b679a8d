import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { mainFace, type Weight } from '../../documents/fonts.js';
import { inside } from '../../documents/pdfkit-inside.js';

export interface Paper {
  title: string;
  /** Who made it and when. */
  byline: string;
  /** Each page has parts, each part a heading and its lines. */
  pages: [heading: string, ...lines: string[]][][];
}

/** A plain office document as PDF, in the project's own font. */
export function paper({ title, byline, pages }: Paper): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 64, font: null as never, info: { Title: title } });
  const write = (text: string, weight: Weight, size: number, gap: number): void => {
    inside(document).font(mainFace(weight).font);
    document.fontSize(size).text(text, { lineGap: 5 }).y += gap;
  };
  for (const [index, parts] of pages.entries()) {
    if (index > 0) document.addPage();
    else {
      write(title, 'bold', 18, 2);
      write(byline, 'regular', 10, 14);
    }
    for (const [heading, ...lines] of parts) {
      write(heading, 'bold', 12.5, 2);
      for (const line of lines) write(line, 'regular', 11, 2);
      document.y += 12;
    }
  }
  document.end();
  return buffer(document);
}
