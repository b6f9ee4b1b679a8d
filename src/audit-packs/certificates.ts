import { type CertificateView, certificateView } from '../certificates/certificates.view.js';
import { Certificate } from '../certificates/certificate.entity.js';
import { certificatesOf, recordOf, wholeCertificates } from '../certificates/queries.js';
import { type Cell } from '../common/csv.js';
import { type Reader } from '../database/database.js';
import { type FileStore } from '../files/file-store.js';
import { issuedPdf } from './issued-pdf.js';
import { type Fault, json, type PackEntry, table } from './pack-entry.js';
import { dayStart, type Order } from './selection.js';

/** Every certificate that came of a verdict, as it was issued, and what became of it. */
export async function* certificateEntries(
  reader: Reader,
  store: FileStore,
  verdictId: string,
  faults: Fault[],
): AsyncGenerator<PackEntry> {
  const rows = await reader.find(Certificate, { where: { verdictId }, order: { number: 'ASC' } });
  const all = await wholeCertificates(reader, rows);
  yield json('certificates.json', 'certificates', all.map(certificateView));
  for (const { certificate, document } of all) {
    // Of what was deleted by rule R1 only the hash is left.
    if (!document || !recordOf(certificate)) continue;
    const name = `certificate-${certificate.number}`;
    const { pdfSha256, recordSha256 } = document;
    const issued = { documentNumber: certificate.documentNumber, pdfSha256 };
    yield* await issuedPdf(reader, store, faults, issued, { name, part: 'certificate_pdf' });
    yield { name: `${name}.json`, part: 'certificate_record', content: certificate.record, sha256: recordSha256 };
  }
}

const header = [
  'number',
  'document_number',
  'state',
  'holder',
  'code',
  'name',
  'cohort',
  'issued_at',
  'issued_by',
  'replaces',
  'superseded_by',
  'revoked_at',
  'revocation_reason',
  'pdf_sha256',
];
const pageSize = 200;

/** The body's register of certificates issued in the period, by cohort and document, in the order of its numbers. */
export async function* certificateRegister(reader: Reader, { bodyId, criteria }: Order): AsyncGenerator<PackEntry> {
  const { cohort, documentId, from, to } = criteria;
  const filter = { ...(cohort && { cohort }), ...(documentId && { documentId }) };
  const rows: Cell[][] = [];
  for (let after = ''; ;) {
    const page = await certificatesOf(reader, bodyId, filter)
      .andWhere('c.issued_at >= :from AND c.issued_at < :until', { from: dayStart(from), until: dayStart(to, 1) })
      .andWhere('c.number > :after', { after })
      .orderBy('c.number')
      .limit(pageSize)
      .getMany();
    rows.push(...(await wholeCertificates(reader, page)).map((whole) => lineOf(certificateView(whole))));
    if (page.length < pageSize) break;
    after = page.at(-1)!.number;
  }
  yield table('body/certificates.csv', 'certificate_register', header, rows);
}

function lineOf(view: CertificateView): Cell[] {
  const { number, documentNumber, state, holder, unit, cohort, issuedAt, issuedBy, replaces, supersededBy } = view;
  return [
    ...[number, documentNumber, state, holder.name, unit.code, unit.name, cohort, issuedAt, issuedBy.name],
    ...[replaces?.number, supersededBy?.number, view.revocation?.revokedAt, view.revocation?.reason],
    view.document?.pdfSha256,
  ];
}
