import { type Reader } from '../database/database.js';
import { type FileStore } from '../files/file-store.js';
import { type PackPart } from '../i18n/audit-packs.js';
import { newestRevision } from '../preservation/revisions.js';
import { type Fault, type PackEntry, stored } from './pack-entry.js';

/** A document as it was issued and, where more was appended since, in its newest state: that has all earlier ones inside. */
export async function issuedPdf(
  reader: Reader,
  store: FileStore,
  faults: Fault[],
  { documentNumber, pdfSha256: sha256 }: { documentNumber: string; pdfSha256: string },
  { name, part }: { name: string; part: PackPart },
): Promise<PackEntry[]> {
  const issued = await stored(store, faults, { name: `${name}.pdf`, part, sha256 });
  const newest = await newestRevision(reader, documentNumber);
  if (!newest || newest.number === 1) return issued;
  return [...issued, ...(await stored(store, faults, { name: `${name}-archived.pdf`, part, sha256: newest.sha256 }))];
}
