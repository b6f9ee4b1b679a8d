import { X509Certificate } from 'node:crypto';
import { IsNull } from 'typeorm';
import { type Reader } from '../database/database.js';
import { type TrainingBody } from '../people/training-body.entity.js';
import { type User } from '../people/user.entity.js';
import { certificateToPem } from './pem.js';
import { type CertificateUse, SigningCertificate } from './signing-certificate.entity.js';

/** The certificates a training body signs under now. */
export interface RegisteredAuthority {
  root: SigningCertificate;
  issuing: SigningCertificate;
}

/** Whom a leaf names: one of the body's people, or the body itself. */
export interface Holder extends Pick<User, 'id' | 'name'> {
  use: 'assessor' | 'seal';
}

/** The name a certificate is issued to; a renamed person or body needs a new one. */
export function leafSubject({ use, name }: Holder, body: Pick<TrainingBody, 'name'>): string {
  return use === 'seal' ? body.name : `${name} / ${body.name}`;
}

/** The body's authority, or null while it has none that could be used. */
export async function registeredAuthority(reader: Reader, body: TrainingBody): Promise<RegisteredAuthority | null> {
  const rows = await reader.find(SigningCertificate, { where: { bodyId: body.id }, order: { id: 'DESC' } });
  const latest = (use: CertificateUse): SigningCertificate | undefined => rows.find((row) => row.use === use);
  const [root, issuing] = [latest('root'), latest('issuing')];
  if (!root || !issuing) return null;
  // An authority that has certified nobody yet takes the body's new name; one that has, keeps its own for ever.
  return root.subject === body.name || latest('assessor') ? { root, issuing } : null;
}

const renewBefore = 30 * 86_400_000;

/** The holder's certificate at this body that still names them rightly and lasts another 30 days, or null. */
export async function registeredLeaf(
  reader: Reader,
  body: TrainingBody,
  holder: Holder,
  now: Date,
): Promise<SigningCertificate | null> {
  const userId = holder.use === 'seal' ? IsNull() : holder.id;
  const where = { bodyId: body.id, use: holder.use, userId };
  const row = await reader.findOne(SigningCertificate, { where, order: { id: 'DESC' } });
  const lasts = row && Date.parse(row.notAfter) - now.getTime() > renewBefore;
  return lasts && row.subject === leafSubject(holder, body) ? row : null;
}

/** The row of a new certificate. */
export function certificateRow(
  given: Pick<SigningCertificate, 'id' | 'bodyId' | 'use' | 'userId' | 'issuerId' | 'subject' | 'createdAt'>,
  certificate: Uint8Array,
): SigningCertificate {
  const { validFrom, validTo } = new X509Certificate(certificate);
  return {
    ...given,
    pem: certificateToPem(certificate),
    notBefore: new Date(validFrom).toISOString(),
    notAfter: new Date(validTo).toISOString(),
  };
}
