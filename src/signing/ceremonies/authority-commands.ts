import { systemActor } from '../../common/actor.js';
import { type TextParams } from '../../i18n/i18n.js';
import { type KeysKey } from '../../i18n/keys.js';
import { TrainingBody } from '../../people/training-body.entity.js';
import { placesOf, revokedOf } from '../certificates.js';
import { type KeyLife, type Revocation } from '../key-life.service.js';
import { type KeyPlace } from '../key-move.entity.js';
import { type RevocationReason, revocationReasons } from '../revocation-reasons.js';
import { SigningCertificate } from '../signing-certificate.entity.js';
import { type SigningRevocation } from '../signing-revocation.entity.js';
import { bodyMeant, type Terminal, Told } from './terminal.js';

/** Every certificate of a body (or all bodies) with its state, and the newest list of each issuer. */
export async function list(terminal: Terminal, bodyId?: string): Promise<void> {
  const where = bodyId === undefined ? {} : { bodyId: (await bodyMeant(terminal, bodyId)).id };
  const { read } = terminal.db;
  const rows = await read.find(SigningCertificate, { where, order: { bodyId: 'ASC', id: 'ASC' } });
  const ids = rows.map(({ id }) => id);
  const [revoked, places] = [await revokedOf(read, ids), await placesOf(read, ids)];
  for (const row of rows) {
    const { id, use, subject, notAfter } = row;
    terminal.say('certificate', { id, use, subject, end: notAfter.slice(0, 10) });
    terminal.say(...stateOf(row, revoked.get(id), places.get(id), terminal.clock.instant()));
    if (use !== 'root' && use !== 'issuing') continue;
    const newest = await terminal.lists.newest(row);
    if (newest) terminal.say('list_until', { ...newest, end: newest.nextUpdate.slice(0, 10) });
    else terminal.say('list_none');
  }
}

function stateOf(
  { notAfter }: SigningCertificate,
  revocation: SigningRevocation | undefined,
  place: KeyPlace | undefined,
  now: string,
): [KeysKey, TextParams?] {
  if (revocation) return ['state_revoked', { reason: revocation.reason, at: revocation.revokedAt.slice(0, 10) }];
  if (notAfter < now) return ['state_ended'];
  if (place === 'offline') return ['state_offline'];
  return [place === 'set_aside' ? 'state_set_aside' : 'state_stands'];
}

/** What the server does by itself every hour, at once. */
export async function renew({ db, life, say }: Terminal): Promise<void> {
  const left = await life.revokeLeavers();
  if (left > 0) say('left', { count: left });
  const bodies = await db.read.find(TrainingBody, { order: { id: 'ASC' } });
  for (const { id, name } of bodies) {
    await life.renew(id);
    const count = await life.renewLists(id);
    if (count > 0) say('lists_ended', { body: name, count });
  }
  say('renewed', { bodies: bodies.length });
}

export async function revoke({ db, life, say }: Terminal, id: string, reason: string | undefined): Promise<void> {
  if (!reason || !Object.hasOwn(revocationReasons, reason)) throw new Told('usage', {}, 2);
  const row = await db.read.findOneBy(SigningCertificate, { id });
  if (!row) throw new Told('unknown', { id });
  if (row.use === 'root') throw new Told('root_not_revoked');
  const revocation = await life.revoke(systemActor, id, reason as RevocationReason);
  if (!revocation.done) say('revoked_before', { subject: row.subject });
  toldWhere(revocation);
  if (revocation.done) say('revoked', { subject: row.subject });
}

export async function rotateIssuing(terminal: Terminal, bodyId?: string): Promise<void> {
  const body = await bodyMeant(terminal, bodyId);
  const { root } = await terminal.authorities.authority(body.id);
  await rootIsHere(terminal, root);
  const { issuing } = await terminal.life.rotateIssuing(body.id);
  await terminal.authorities.sealFor(body.id);
  terminal.say('issuing_made', { body: body.name, id: issuing.id });
}

export async function rotateSeal(terminal: Terminal, bodyId?: string): Promise<void> {
  const body = await bodyMeant(terminal, bodyId);
  replaced(await terminal.life.rotateSeal(body.id));
  terminal.say('seal_made', { body: body.name });
}

const replacements = {
  root: { replace: (life, body) => life.replaceRoot(body), told: 'root_compromised' },
  issuing: { replace: (life, body) => life.replaceIssuing(body), told: 'issuing_compromised' },
  seal: { replace: (life, body) => life.rotateSeal(body, 'keyCompromise'), told: 'seal_compromised' },
} as const satisfies Record<string, { replace: (life: KeyLife, body: string) => Promise<Revocation>; told: KeysKey }>;

/** For a stolen key: revokes it and makes another, and says what else to do. */
export async function compromise(terminal: Terminal, what = '', bodyId?: string): Promise<void> {
  if (!Object.hasOwn(replacements, what)) throw new Told('usage', {}, 2);
  const { replace, told } = replacements[what as keyof typeof replacements];
  const body = await bodyMeant(terminal, bodyId);
  replaced(await replace(terminal.life, body.id));
  terminal.say(told, { body: body.name });
}

/** What another call revoked at the same moment is not said to have been replaced by this one. */
function replaced(revocation: Revocation): void {
  if (!revocation.done) throw new Told('revoked_before', { subject: revocation.row.subject });
  toldWhere(revocation);
}

function toldWhere({ published }: Revocation): void {
  if (!published) throw new Told('not_published');
}

async function rootIsHere({ db }: Terminal, root: SigningCertificate): Promise<void> {
  if ((await placesOf(db.read, [root.id])).get(root.id) === 'offline') throw new Told('root_needed');
}
