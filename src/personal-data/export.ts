import { withheldIds } from '../evidence/redactions.js';
import { type ArchiveEntry, entryName } from '../files/archive.js';
import { type FileStore } from '../files/file-store.js';
import { type Reader } from '../database/database.js';
import { exportTexts } from '../i18n/personal-data.js';
import { fill, type Locale, type TextParams } from '../i18n/i18n.js';
import { newestRevision } from '../preservation/revisions.js';
import { assessmentSections } from './assessment-sections.js';
import { loadPerson, loadSections, type Sections } from './export-sections.js';

export interface ExportedAssessment {
  id: string;
  attempt: number;
  code: string;
  name: string;
}

export interface PersonExport {
  userId: string;
  /** The body that asks; null for the person. */
  bodyId: string | null;
  name: string;
  locale: Locale;
  assessments: readonly ExportedAssessment[];
  at: Date;
}

interface StoredFile {
  id: string;
  itemId: string;
  position: number;
  name: string;
  sha256: string;
  redactionOf: string | null;
}

interface ExportedFile {
  /** Of the item it belongs to. */
  number: number;
  name: string;
  sha256: string;
}

const readme: Record<Locale, string> = { 'zh-TW': '請先看這裡.txt', en: 'READ ME FIRST.txt' };

/**
 * The archive of everything about a person, one entry after the other: rows of one assessment at a time, and bytes as
 * they are taken, so that a portfolio of any size needs the same memory. The index comes last, as it counts.
 */
export async function* exportEntries(
  reader: Reader,
  store: FileStore,
  { userId, bodyId, name, locale, assessments, at: modified }: PersonExport,
): AsyncGenerator<ArchiveEntry> {
  const say = (key: keyof (typeof exportTexts)['zh-TW'], params: TextParams = {}): string =>
    fill(exportTexts[locale][key], params, locale);
  const index = [say('about', { name }), say('made', { at: modified.toISOString() }), '', say('person')];
  const json = (path: string, content: Sections): ArchiveEntry => {
    return { name: path, modified, content: `${JSON.stringify(content, null, 2)}\n` };
  };
  yield json('person.json', await loadPerson(reader, userId, bodyId));
  for (const { id, attempt, code, name: unit } of assessments) {
    const folder = entryName('assessments', `${code}-${attempt}-${id.slice(-4)}`);
    const content = await loadSections(reader, assessmentSections, id);
    yield json(`${folder}/assessment.json`, content);
    index.push('', say('assessment', { folder, document: `${code} ${unit}`, attempt }));
    const files = filesOf(content, bodyId === null);
    for (const { number, name: file, sha256 } of files) {
      const path = `${folder}/evidence/${entryName(`${String(number).padStart(3, '0')}-${file}`)}`;
      yield* stored(store, path, sha256, modified);
    }
    if (files.length > 0) index.push(say('evidence', { folder, count: files.length }));
    const documents = [...content.verdicts!, ...content.appealDecisions!, ...certificatesOf(content)];
    for (const { documentNumber, pdfSha256 } of documents) {
      const newest = await newestRevision(reader, String(documentNumber));
      const hash = newest?.sha256 ?? String(pdfSha256);
      yield* stored(store, `${folder}/documents/${String(documentNumber)}.pdf`, hash, modified);
    }
    if (documents.length > 0) index.push(say('documents', { folder }));
  }
  index.push('', say('left_out'), say('manifest'), '');
  yield { name: readme[locale], modified, content: index.join('\r\n') };
}

/** The certificates that have a document. */
function certificatesOf({
  certificates,
  certificateDocuments,
}: Sections): { documentNumber: unknown; pdfSha256: unknown }[] {
  const hashes = new Map(certificateDocuments!.map(({ id, pdfSha256 }) => [id, pdfSha256]));
  return certificates!.flatMap(({ id, documentNumber }) => {
    return hashes.has(id) ? [{ documentNumber, pdfSha256: hashes.get(id) }] : [];
  });
}

/** The files whose bytes go along: for the person all of them, for a body no original that was redacted. */
function filesOf({ evidence, files }: Sections, withOriginals: boolean): ExportedFile[] {
  const numbers = new Map(evidence!.map(({ id, number }) => [id, Number(number)]));
  const rows = (files as unknown as StoredFile[]).toSorted((a, b) => a.position - b.position);
  const withheld = withOriginals ? new Set<string>() : withheldIds(rows);
  const going = rows.filter(({ id }) => !withheld.has(id));
  return going.map(({ itemId, name, sha256 }) => ({ number: numbers.get(itemId)!, name, sha256 }));
}

/** Bytes that are deleted, or damaged away, are not there; the rows still say what they were. */
async function* stored(store: FileStore, name: string, sha256: string, modified: Date): AsyncGenerator<ArchiveEntry> {
  if ((await store.size(sha256)) === null) return;
  yield { name, modified, content: store.open(sha256) };
}
