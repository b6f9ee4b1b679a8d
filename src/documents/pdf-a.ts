import PDFDocument from 'pdfkit';
import { emptyByteRange, reservedBytes } from '../signing/placeholder.js';
import { type Document, inside, pdfText, Raw, type Reference, type Struct } from './pdfkit-inside.js';
import { type Paper } from './theme.js';

export interface DocumentInfo {
  title: string;
  author: string;
  subject: string;
  lang: string;
  /** Stands for the making of the document, so that the same record gives the same bytes. */
  date: Date;
  paper: Paper;
}

/** An A4 document that will be PDF/A-3a and PDF/UA-1: tagged, titled, with a language, all fonts embedded. */
export function openDocument({ title, author, subject, lang, date, paper }: DocumentInfo): Document {
  const named = { Title: clean(title), Author: clean(author), Subject: clean(subject) };
  const info = { ...named, Creator: 'Touchstone', Producer: 'PDFKit', CreationDate: date };
  const options = {
    size: [paper.width, paper.height],
    margins: { top: paper.top, bottom: paper.bottom, left: paper.left, right: paper.right },
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang,
    font: null,
    info,
    bufferPages: true,
    autoFirstPage: false,
  };
  const document = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  // PDFKit's own writes the title into the XML without escaping it.
  inside(document)._addInfo = () => inside(document).appendXML(describe(info));
  return document;
}

/** Closes the document and gives its bytes. */
export function closeDocument(document: Document): Promise<Buffer> {
  inside(document).appendXML(pdfUa);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}

/** A file inside the document. */
export interface Attachment {
  /** Attachments stand in the order of their names. */
  name: string;
  type: string;
  /** How it relates to the document (ISO 32000-2 §14.13): what it was made from, or the same once more for machines. */
  relationship: 'Data' | 'Supplement';
  text: string;
  description: string;
}

export function attach(document: Document, { text, ...file }: Attachment, date: Date): void {
  document.file(Buffer.from(text, 'utf8'), { ...file, creationDate: date, modifiedDate: date });
}

export interface SignatureField {
  name: string;
  /** What the field is for, read aloud by assistive technology. */
  description: string;
  /** What the signature will say of itself; null in a field that waits for a countersignature. */
  signature: { name: string; reason: string; claimedAt: Date } | null;
  place: { x: number; y: number; width: number; height: number };
  /** A form XObject drawn in the field. */
  appearance: unknown;
}

/**
 * Adds a signature field, with an empty placeholder unless it waits. PDFKit's own form asks viewers to draw it, which
 * PDF/A forbids.
 */
export function addSignatureField(document: Document, parent: Struct, field: SignatureField): void {
  const pdf = inside(document);
  const { x, y, width, height } = field.place;
  const form = pdf.struct('Form', { alt: field.description });
  parent.add(form);
  if (!pdf._root.data['AcroForm']) pdf.initForm();
  const acroForm = pdf._root.data['AcroForm'] as { data: { Fields: unknown[] } };
  const { Fields: others } = acroForm.data;
  pdf.annotate(x, y, width, height, {
    structParent: form,
    Subtype: 'Widget',
    FT: 'Sig',
    T: pdfText(field.name),
    TU: pdfText(field.description),
    Contents: pdfText(field.description),
    F: 132,
    P: pdf.page.dictionary,
    ...(field.signature && { V: placeholder(document, field.signature) }),
    AP: { N: field.appearance },
  });
  form.end();
  const all = { SigFlags: 3, Fields: [...others, pdf.page.annotations.at(-1)], DR: { Font: {} } };
  acroForm.data = all;
}

/** The dictionary that `signPdf` fills; there may be only one in a document. */
function placeholder(document: Document, signature: NonNullable<SignatureField['signature']>): Reference {
  const { name, reason, claimedAt } = signature;
  const reference = inside(document).ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    Name: pdfText(name),
    Reason: pdfText(reason),
    M: claimedAt,
    ByteRange: new Raw(emptyByteRange),
    Contents: Buffer.alloc(reservedBytes),
  });
  reference.end();
  return reference;
}

interface Info {
  Title: string;
  Author: string;
  Subject: string;
  Creator: string;
  Producer: string;
  CreationDate: Date;
}

function describe(info: Info): string {
  const created = info.CreationDate.toISOString().replace(/\.\d+Z$/, 'Z');
  const inLanguage = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>${created}</xmp:CreateDate><xmp:CreatorTool>${escape(info.Creator)}</xmp:CreatorTool>
<dc:title>${inLanguage(info.Title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escape(info.Author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${inLanguage(info.Subject)}</dc:description>
<pdf:Producer>${escape(info.Producer)}</pdf:Producer>
</rdf:Description>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Neither XML nor PDF/A has room for control characters or halves of a character. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
}

/** PDF/A lets a document say that it is PDF/UA too if it also declares that vocabulary. */
const pdfUa = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
