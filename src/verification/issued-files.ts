import { type Reader } from '../database/database.js';

/** A file that was issued: the document as it was signed, or as it was later raised. */
export interface IssuedFile {
  documentNumber: string;
  sha256: string;
  size: number;
}

type Row = Omit<IssuedFile, 'size'> & { size: number | string };

/** The issued file of this hash; null if no such bytes were ever issued. */
export async function issuedFile(reader: Reader, sha256: string): Promise<IssuedFile | null> {
  const rows: Row[] = await reader.sql`
    SELECT document_number AS "documentNumber", sha256, size FROM document_revisions WHERE sha256 = ${sha256}
    UNION SELECT document_number, pdf_sha256, pdf_size FROM verdicts WHERE pdf_sha256 = ${sha256}
    UNION SELECT document_number, pdf_sha256, pdf_size FROM appeal_decisions WHERE pdf_sha256 = ${sha256}
    UNION SELECT c.document_number, d.pdf_sha256, d.pdf_size FROM certificate_documents d
      JOIN certificates c ON c.id = d.id WHERE d.pdf_sha256 = ${sha256}`;
  return rows.map(asFile)[0] ?? null;
}

/** Every file issued under a number, the longest first: each has the bytes of the shorter ones at its beginning. */
export async function issuedFiles(reader: Reader, number: string): Promise<IssuedFile[]> {
  const rows: Row[] = await reader.sql`
    SELECT document_number AS "documentNumber", sha256, size FROM document_revisions WHERE document_number = ${number}
    UNION SELECT document_number, pdf_sha256, pdf_size FROM verdicts WHERE document_number = ${number}
    UNION SELECT document_number, pdf_sha256, pdf_size FROM appeal_decisions WHERE document_number = ${number}
    UNION SELECT c.document_number, d.pdf_sha256, d.pdf_size FROM certificate_documents d
      JOIN certificates c ON c.id = d.id WHERE c.document_number = ${number}`;
  return rows.map(asFile).sort((a, b) => b.size - a.size);
}

// PostgreSQL's driver gives a bigint as text.
const asFile = (row: Row): IssuedFile => ({ ...row, size: Number(row.size) });
