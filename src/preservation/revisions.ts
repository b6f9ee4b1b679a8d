import { In } from 'typeorm';
import { Tombstone } from '../assessments/tombstone.entity.js';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { newId } from '../common/ids.js';
import { type Reader, type Tx } from '../database/database.js';
import { type SignatureLevel } from '../i18n/signing.js';
import { DocumentRevision } from './document-revision.entity.js';
import { DocumentUpgrade } from './document-upgrade.entity.js';

/** What the row of an issued document says of its PDF. */
export interface IssuedPdf {
  documentNumber: string;
  pdfSha256: string;
  pdfSize: number;
  signatureLevel: string;
}

/** Whom a document belongs to, and when it was issued. */
export interface Belonging {
  bodyId: string;
  assessmentId: string;
  at: string;
}

/** Registers a document as it is issued, in the write that inserts its row, and lets it be raised and renewed. */
export async function registerIssued(
  tx: Tx,
  issued: IssuedPdf,
  { bodyId, assessmentId, at }: Belonging,
): Promise<void> {
  const { documentNumber, pdfSha256: sha256, pdfSize: size } = issued;
  const level = issued.signatureLevel as SignatureLevel;
  const first = { id: newId(), documentNumber, number: 1, assessmentId, sha256, size, level, madeAt: at };
  await tx.insert(DocumentRevision, first);
  await tx.insert(DocumentUpgrade, { documentNumber, bodyId, nextAttemptAt: at, attempts: 0, lastError: null });
}

/** Every state of the document, from the one that was issued to the newest. */
export function revisionsOf(reader: Reader, documentNumber: string): Promise<DocumentRevision[]> {
  return reader.find(DocumentRevision, { where: { documentNumber }, order: { number: 'ASC' } });
}

/** The state that is handed out; null if nothing was ever registered under this number. */
export function newestRevision(reader: Reader, documentNumber: string): Promise<DocumentRevision | null> {
  return reader.findOne(DocumentRevision, { where: { documentNumber }, order: { number: 'DESC' } });
}

/** The same for many documents in one query. */
export async function newestRevisions(
  reader: Reader,
  documentNumbers: readonly string[],
): Promise<Map<string, DocumentRevision>> {
  const rows = await reader.find(DocumentRevision, {
    where: { documentNumber: In(documentNumbers) },
    order: { number: 'ASC' },
  });
  return new Map(rows.map((row) => [row.documentNumber, row]));
}

/** The state of whatever document has exactly these bytes, or null. */
export function revisionByHash(reader: Reader, sha256: string): Promise<DocumentRevision | null> {
  return reader.findOne(DocumentRevision, { where: { sha256 }, order: { number: 'ASC' } });
}

/** Whether what the document was about is deleted, and its file with it (rule R1). */
export function isBuried(reader: Reader, assessmentId: string): Promise<boolean> {
  return reader.existsBy(Tombstone, { assessmentId, kind: 'register' });
}

/**
 * Registers a further state behind the newest, whose file is in the store already. Answers false, with nothing written,
 * if that is no longer the newest, or the document is deleted.
 */
export async function appendRevision(tx: Tx, bodyId: string, revision: DocumentRevision): Promise<boolean> {
  const { documentNumber, number, assessmentId, sha256, size, level, madeAt: at } = revision;
  const newest = await newestRevision(tx, documentNumber);
  if (newest?.number !== number - 1 || (await isBuried(tx, assessmentId))) return false;
  await tx.insert(DocumentRevision, revision);
  const data = { documentNumber, number, level, sha256, size };
  await audit(tx, systemActor, { at, action: 'document.raised', subjectId: assessmentId, bodyId, data });
  return true;
}
