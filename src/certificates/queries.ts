import { In, type SelectQueryBuilder } from 'typeorm';
import { containsAny, patternOf } from '../database/contains.js';
import { type Reader } from '../database/database.js';
import { type CertificateRecord } from '../documents/certificate-record.js';
import { namesOf } from '../people/names.js';
import { type DocumentRevision } from '../preservation/document-revision.entity.js';
import { newestRevisions } from '../preservation/revisions.js';
import { Certificate, CertificateDocument, CertificateRevocation } from './certificate.entity.js';

/**
 * `issuing`: it has its number, and its document is being made. `superseded`: another one took its place. `revoked`: it
 * is worth nothing any more.
 */
export const certificateStates = ['issuing', 'issued', 'superseded', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** A certificate with everything that became of it. */
export interface WholeCertificate {
  certificate: Certificate;
  state: CertificateState;
  document: CertificateDocument | null;
  /** The newest state of the document. */
  newest: DocumentRevision | null;
  revocation: CertificateRevocation | null;
  previous: Certificate | null;
  next: Certificate | null;
  /** Of the unit or standard. */
  unit: { code: string; name: string };
  cohort: string | null;
  /** An appeal against its verdict waits for a decision. */
  underAppeal: boolean;
  names: ReadonlyMap<string, string>;
}

const revoked = 'EXISTS (SELECT 1 FROM certificate_revocations r WHERE r.id = c.id)';
const superseded = 'EXISTS (SELECT 1 FROM certificates n WHERE n.previous_id = c.id)';
const made = 'EXISTS (SELECT 1 FROM certificate_documents d WHERE d.id = c.id)';
const inState: Readonly<Record<CertificateState, string>> = {
  revoked,
  superseded: `${superseded} AND NOT ${revoked}`,
  issued: `${made} AND NOT ${superseded} AND NOT ${revoked}`,
  issuing: `NOT ${made} AND NOT ${superseded} AND NOT ${revoked}`,
};

export interface CertificateFilter {
  state?: CertificateState;
  cohort?: string;
  documentId?: string;
  /** A part of the holder's name or of the number. */
  search?: string;
}

/** The certificates `c` of a body, but for those whose words are deleted (rule R1). */
export function certificatesOf(
  reader: Reader,
  bodyId: string,
  { state, cohort, documentId, search }: CertificateFilter = {},
): SelectQueryBuilder<Certificate> {
  const rows = reader.createQueryBuilder(Certificate, 'c').where(`c.body_id = :bodyId AND c.record <> ''`, { bodyId });
  if (state) rows.andWhere(inState[state]);
  if (documentId) rows.andWhere('c.document_id = :documentId', { documentId });
  if (cohort) {
    const assessed = 'SELECT 1 FROM assessments a WHERE a.id = c.assessment_id AND a.cohort = :cohort';
    rows.andWhere(`EXISTS (${assessed})`, { cohort });
  }
  if (search) {
    rows.andWhere(containsAny('c.holder_name', 'c.number', 'c.document_number'), { pattern: patternOf(search) });
  }
  return rows;
}

/**
 * Certificates without a document that somebody is to make, the oldest first: not those that were revoked before they
 * had one, nor those of bodies to pass over. A pass goes on behind the last one it was given.
 */
export function unmade(
  reader: Reader,
  before: string,
  { behind, passedOver }: { behind?: Certificate; passedOver: readonly string[] },
): Promise<Certificate[]> {
  const rows = reader
    .createQueryBuilder(Certificate, 'c')
    .where(`NOT ${made} AND NOT ${revoked} AND c.record <> '' AND c.issued_at < :before`, { before })
    .andWhere(`NOT EXISTS (SELECT 1 FROM certificate_batches b WHERE b.id = c.batch_id AND b.run_id IS NOT NULL)`);
  if (passedOver.length > 0) rows.andWhere('c.body_id NOT IN (:...passedOver)', { passedOver });
  if (behind) {
    const { issuedAt: at, id } = behind;
    rows.andWhere('(c.issued_at > :at OR (c.issued_at = :at AND c.id > :id))', { at, id });
  }
  return rows.orderBy('c.issued_at').addOrderBy('c.id').limit(100).getMany();
}

interface Assessed {
  id: string;
  cohort: string | null;
  code: string;
  name: string;
  openAppeal: string | null;
}

/** Joins to certificates what became of them, in a fixed number of queries. */
export async function wholeCertificates(
  reader: Reader,
  certificates: readonly Certificate[],
): Promise<WholeCertificate[]> {
  if (certificates.length === 0) return [];
  const ids = certificates.map(({ id }) => id);
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
  const documents = byId(await reader.findBy(CertificateDocument, { id: In(ids) }));
  const revocations = byId(await reader.findBy(CertificateRevocation, { id: In(ids) }));
  const newest = await newestRevisions(
    reader,
    certificates.map(({ documentNumber }) => documentNumber),
  );
  const previousIds = certificates.flatMap(({ previousId }) => previousId ?? []);
  const previous = byId(previousIds.length > 0 ? await reader.findBy(Certificate, { id: In(previousIds) }) : []);
  const following = await reader.findBy(Certificate, { previousId: In(ids) });
  const next = new Map(following.map((one) => [one.previousId, one]));
  const assessed: Assessed[] = await reader.sql`
    SELECT c.id, a.cohort, k.code, k.name, p.id AS "openAppeal"
    FROM certificates c
      JOIN assessments a ON a.id = c.assessment_id
      JOIN competency_documents k ON k.id = c.document_id
      LEFT JOIN appeals p ON p.verdict_id = c.verdict_id AND p.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM appeal_decisions d WHERE d.appeal_id = p.id)
    WHERE c.id IN (${() => ids})`;
  const about = byId(assessed);
  const people = [...revocations.values()].map(({ revokedBy }) => revokedBy);
  const names = await namesOf(reader, [...certificates.map(({ issuedBy }) => issuedBy), ...people]);
  return certificates.map((certificate) => {
    const { id, previousId } = certificate;
    const { cohort, code, name, openAppeal } = about.get(id)!;
    const document = documents.get(id) ?? null;
    const revocation = revocations.get(id) ?? null;
    const successor = next.get(id) ?? null;
    const state = revocation ? 'revoked' : successor ? 'superseded' : document ? 'issued' : 'issuing';
    return {
      certificate,
      state,
      document,
      newest: newest.get(certificate.documentNumber) ?? null,
      revocation,
      previous: previousId ? (previous.get(previousId) ?? null) : null,
      next: successor,
      unit: { code, name },
      cohort,
      underAppeal: openAppeal !== null,
      names,
    };
  });
}

/** What a certificate says; null where its words are deleted. */
export function recordOf({ record }: Certificate): CertificateRecord | null {
  return record === '' ? null : (JSON.parse(record) as CertificateRecord);
}
