import { X509Certificate } from 'node:crypto';
import { In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { type Reader } from '../database/database.js';
import { type TrainingBody } from '../people/training-body.entity.js';
import { type User } from '../people/user.entity.js';
import { KeyMove, type KeyPlace } from './key-move.entity.js';
import { certificateToPem, fromPem } from './pem.js';
import { isTheft } from './revocation-reasons.js';
import { SigningCertificate } from './signing-certificate.entity.js';
import { SigningRevocation } from './signing-revocation.entity.js';

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

/** Which of these still count: neither revoked, nor put aside because nobody can open their keys. */
async function standing(reader: Reader, rows: SigningCertificate[]): Promise<SigningCertificate[]> {
  const ids = rows.map(({ id }) => id);
  const [revoked, places] = [await revokedOf(reader, ids), await placesOf(reader, ids)];
  return rows.filter(({ id }) => !revoked.has(id) && places.get(id) !== 'set_aside');
}

/**
 * The body's newest root, and the newest issuing CA under it, as far as they still count: an older one never comes back
 * in place of one that was revoked. Without a root the body needs a new authority; without an issuing CA, that alone.
 */
export async function standingAuthority(
  reader: Reader,
  body: Pick<TrainingBody, 'id' | 'name'>,
): Promise<{ root: SigningCertificate | null; issuing: SigningCertificate | null }> {
  const where = { bodyId: body.id, use: In(['root', 'issuing']) };
  const rows = await reader.find(SigningCertificate, { where, order: { id: 'DESC' } });
  const newest = rows.find(({ use }) => use === 'root');
  const under = rows.find(({ issuerId }) => issuerId === newest?.id);
  const counting = await standing(
    reader,
    [newest, under].flatMap((row) => row ?? []),
  );
  const root = counting.find(({ use }) => use === 'root') ?? null;
  // An authority that has certified nobody yet takes the body's new name; one that has, keeps its own for ever.
  if (!root || (root.subject !== body.name && !(await hasCertified(reader, body.id))))
    return { root: null, issuing: null };
  return { root, issuing: counting.find(({ use }) => use === 'issuing') ?? null };
}

/** The body's authority, or null while it has none that could be used. */
export async function registeredAuthority(
  reader: Reader,
  body: Pick<TrainingBody, 'id' | 'name'>,
): Promise<RegisteredAuthority | null> {
  const { root, issuing } = await standingAuthority(reader, body);
  return root && issuing && { root, issuing };
}

function hasCertified(reader: Reader, bodyId: string): Promise<boolean> {
  return reader.existsBy(SigningCertificate, { bodyId, use: 'assessor' });
}

/** Days before its end from which a certificate is made anew. */
export const renewalDays = 30;

/** The holder's certificate of this authority that still names them rightly and lasts another 30 days, or null. */
export async function registeredLeaf(
  reader: Reader,
  { body, issuing }: { body: Pick<TrainingBody, 'id' | 'name'>; issuing: SigningCertificate },
  holder: Holder,
  now: Date,
): Promise<SigningCertificate | null> {
  const userId = holder.use === 'seal' ? IsNull() : holder.id;
  const where = { bodyId: body.id, issuerId: issuing.id, use: holder.use, userId };
  const row = await reader.findOne(SigningCertificate, { where, order: { id: 'DESC' } });
  const lasts = row && Date.parse(row.notAfter) - now.getTime() > renewalDays * 86_400_000;
  if (!lasts || row.subject !== leafSubject(holder, body)) return null;
  return (await standing(reader, [row]))[0] ?? null;
}

/** The seals that the body brought from elsewhere and that are valid now, the newest first; one counts no more once revoked. */
export async function broughtSealsOf(reader: Reader, bodyId: string, now: Date): Promise<SigningCertificate[]> {
  const at = now.toISOString();
  const valid = { notBefore: LessThanOrEqual(at), notAfter: MoreThan(at) };
  const where = { bodyId, use: 'seal' as const, issuerId: IsNull(), ...valid };
  return standing(reader, await reader.find(SigningCertificate, { where, order: { id: 'DESC' } }));
}

/**
 * The certificate that seals for the body, whether or not its key opens: the seal it brought, or else the last that the
 * standing issuing CA made, even where a new one is due in its place. Null where the next seal is yet to be made.
 */
export async function sealInUse(
  reader: Reader,
  body: Pick<TrainingBody, 'id' | 'name'>,
  now: Date,
): Promise<SigningCertificate | null> {
  const [brought] = await broughtSealsOf(reader, body.id, now);
  if (brought) return brought;
  const { issuing } = await standingAuthority(reader, body);
  if (!issuing) return null;
  const where = { bodyId: body.id, use: 'seal' as const, issuerId: issuing.id };
  const [last] = await reader.find(SigningCertificate, { where, order: { id: 'DESC' }, take: 1 });
  return (await standing(reader, last ? [last] : []))[0] ?? null;
}

/** Every seal that the body ever brought, but for those whose key was stolen. */
export async function sealsToTrust(reader: Reader, bodyId: string): Promise<SigningCertificate[]> {
  const where = { bodyId, use: 'seal' as const, issuerId: IsNull() };
  return unstolen(reader, await reader.find(SigningCertificate, { where, order: { id: 'DESC' } }));
}

/** What documents of any body may lead to: every root and every brought seal, but for those whose key was stolen. */
export async function anchorsToTrust(reader: Reader): Promise<SigningCertificate[]> {
  const where = [{ use: 'root' as const }, { use: 'seal' as const, issuerId: IsNull() }];
  return unstolen(reader, await reader.find(SigningCertificate, { where }));
}

async function unstolen(reader: Reader, rows: SigningCertificate[]): Promise<SigningCertificate[]> {
  const ids = rows.map(({ id }) => id);
  const revoked = await revokedOf(reader, ids);
  return rows.filter(({ id }) => !isTheft(revoked.get(id)?.reason ?? 'superseded'));
}

/** The authorities of a body that documents may be about: the standing root and those that ever certified a person. */
export async function issuersOf(
  reader: Reader,
  body: Pick<TrainingBody, 'id' | 'name'>,
): Promise<SigningCertificate[]> {
  const use = In(['root', 'issuing']);
  const rows = await reader.find(SigningCertificate, { where: { bodyId: body.id, use }, order: { id: 'DESC' } });
  const { root } = await standingAuthority(reader, body);
  const used: { id: string }[] = await reader
    .createQueryBuilder(SigningCertificate, 'c')
    .select('DISTINCT c.issuerId', 'id')
    .where({ bodyId: body.id, use: 'assessor' })
    .getRawMany();
  const issuing = new Set(used.map(({ id }) => id));
  const roots = new Set([root?.id, ...rows.filter(({ id }) => issuing.has(id)).map(({ issuerId }) => issuerId)]);
  return rows.filter(({ id, issuerId }) => roots.has(id) || roots.has(issuerId ?? undefined));
}

/** The newest certificate whose key has never been elsewhere than in the key store. */
export function newestHere(reader: Reader): Promise<SigningCertificate | null> {
  return reader
    .createQueryBuilder(SigningCertificate, 'c')
    .where('NOT EXISTS (SELECT 1 FROM key_moves m WHERE m.certificate_id = c.id)')
    .orderBy('c.id', 'DESC')
    .limit(1)
    .getOne();
}

/** Which of these certificates are revoked, and since when. */
export async function revokedOf(reader: Reader, ids: string[]): Promise<Map<string, SigningRevocation>> {
  const rows = await reader.findBy(SigningRevocation, { certificateId: In(ids) });
  return new Map(rows.map((row) => [row.certificateId, row]));
}

/** Where the keys of these certificates are now; one that never moved is here. */
export async function placesOf(reader: Reader, ids: string[]): Promise<Map<string, KeyPlace>> {
  const rows = await reader.find(KeyMove, { where: { certificateId: In(ids) }, order: { id: 'ASC' } });
  return new Map(rows.map(({ certificateId, place }) => [certificateId, place]));
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

/** The issuers that a brought certificate came with, as DER, nearest first. */
export const issuersWith = ({ pem }: Pick<SigningCertificate, 'pem'>): Uint8Array[] =>
  fromPem('CERTIFICATE', pem).slice(1);

/** The certificate of a row, as DER. */
export const certificateOf = ({ pem }: Pick<SigningCertificate, 'pem'>): Uint8Array => fromPem('CERTIFICATE', pem)[0]!;
