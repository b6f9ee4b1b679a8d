import { type Font } from 'fontkit';
import type PDFDocument from 'pdfkit';

/**
 * The parts of PDFKit 0.20 that its types leave out and that a signed, archivable document needs. Kept in one place,
 * so that a new PDFKit is checked here and nowhere else.
 */
export interface Reference {
  id: number;
  data: Record<string, unknown>;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

/** A font as embedded in one document: which glyphs it carries, how wide they are, which characters they stand for. */
export interface EmbeddedFont {
  id: string;
  widths: number[];
  unicode: number[][];
  subset: { glyphs: number[] };
  ref(): Reference;
}

export interface Struct {
  dictionary: Reference;
  add(child: Struct | StructContent): Struct;
  end(): void;
}

export interface StructContent {
  refs: { pageRef: Reference; mcid: number }[];
}

export interface StructOptions {
  lang?: string;
  alt?: string;
  title?: string;
  scope?: 'Column' | 'Row' | 'Both';
  bbox?: [number, number, number, number];
}

/** A picture as PDFKit has read it. */
export interface OpenImage {
  width: number;
  height: number;
  /** Of a JPEG. */
  bits?: number;
  colorSpace?: string;
}

export interface Inside {
  _root: { data: Record<string, unknown> };
  _font: EmbeddedFont;
  _addInfo: () => void;
  page: {
    width: number;
    height: number;
    fonts: Record<string, Reference>;
    annotations: Reference[];
    dictionary: Reference;
  };
  font(font: Font): Inside;
  openImage(bytes: Buffer): OpenImage;
  image(image: OpenImage, x: number, y: number, size: { width: number; height: number }): Inside;
  ref(data: Record<string, unknown>): Reference;
  appendXML(xml: string): void;
  addContent(operators: string): Inside;
  initForm(): Inside;
  annotate(x: number, y: number, width: number, height: number, entries: Record<string, unknown>): Inside;
  struct(type: string, options?: StructOptions): Struct;
  addStructure(element: Struct): Inside;
  markStructureContent(tag: string): StructContent;
  markContent(tag: string, options?: Record<string, unknown>): Inside;
  endMarkedContent(): Inside;
}

/** The same document, with its inner parts in the types. */
export const inside = (document: PDFKit.PDFDocument): Inside => document as unknown as Inside;

/** Text that PDFKit writes into the file as it is, where a value is expected. */
export class Raw {
  readonly [Symbol.toStringTag] = 'Raw';
  constructor(private readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

/** A PDF text string (PDFKit takes a plain string for a name). */
export const pdfText = (text: string): object => Object(text) as object;

export type Document = PDFKit.PDFDocument;
export type DocumentConstructor = typeof PDFDocument;
