import canonicalize from 'canonicalize';
import { In } from 'typeorm';
import { access, type Access } from '../assessments/access.js';
import { type AssessmentAction, can } from '../assessments/assessments.policy.js';
import { type Actor } from '../common/actor.js';
import { DomainError, found } from '../common/errors.js';
import { groupBy } from '../common/group-by.js';
import { sha256 } from '../common/ids.js';
import { type Reader } from '../database/database.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { isDraft, seesDrafts } from '../evidence/items.js';
import { namesOf } from '../people/names.js';
import { Observation } from './observation.entity.js';
import { Sitting, SittingConclusion } from './sitting.entity.js';

/** An observer's record of a sitting with the evidence item that it is. */
export interface SittingRecord {
  record: Observation;
  item: EvidenceItem;
}

/** A sitting with all that is known of it, and the names of all who appear in it. */
export interface WholeSitting {
  sitting: Sitting;
  /** By number. */
  records: SittingRecord[];
  conclusion: SittingConclusion | null;
  names: ReadonlyMap<string, string>;
}

export interface SittingAccess extends Access {
  sitting: Sitting;
  records: SittingRecord[];
}

/**
 * A sitting for an actor who may do this in its assessment, with the records that they may see. To whom drafts are
 * hidden it is not there before one of its records is signed.
 */
export async function accessSitting(
  reader: Reader,
  actor: Actor,
  id: string,
  action: AssessmentAction,
): Promise<SittingAccess> {
  const sitting = found(await reader.findOneBy(Sitting, { id }));
  const granted = await access(reader, actor, sitting.assessmentId, 'read');
  const all = await recordsOfSittings(reader, [id]);
  const drafts = seesDrafts(granted.standing);
  const records = drafts ? all : all.filter(({ item }) => !isDraft(item));
  if (!drafts && records.length === 0) throw new DomainError('not_found');
  if (!can(granted.standing, action)) throw new DomainError('forbidden');
  return { ...granted, sitting, records };
}

export async function recordsOfSittings(reader: Reader, sittingIds: string[]): Promise<SittingRecord[]> {
  const records = await reader.findBy(Observation, { sittingId: In(sittingIds) });
  const byId = new Map(records.map((record) => [record.id, record]));
  const items = await reader.find(EvidenceItem, { where: { id: In([...byId.keys()]) }, order: { number: 'ASC' } });
  return items.map((item) => ({ item, record: byId.get(item.id)! }));
}

/** Joins conclusions and names to sittings and the records to be shown of them. */
export async function wholeSittings(
  reader: Reader,
  sittings: Sitting[],
  records: SittingRecord[],
): Promise<WholeSitting[]> {
  const conclusions = await reader.findBy(SittingConclusion, { sittingId: In(sittings.map(({ id }) => id)) });
  const people = [
    ...sittings.map(({ openedBy }) => openedBy),
    ...records.map(({ record }) => record.assessorId),
    ...conclusions.map(({ concludedBy }) => concludedBy),
  ];
  const names = await namesOf(reader, people);
  const recordsOf = groupBy(records, ({ record }) => record.sittingId!);
  const conclusionOf = new Map(conclusions.map((conclusion) => [conclusion.sittingId, conclusion]));
  return sittings.map((sitting) => ({
    sitting,
    records: recordsOf.get(sitting.id) ?? [],
    conclusion: conclusionOf.get(sitting.id) ?? null,
    names,
  }));
}

/** The sittings of these assessments that wait for their conclusion, as one sees them who may see drafts. */
export async function openSittings(reader: Reader, assessmentIds: string[]): Promise<WholeSitting[]> {
  const where = { assessmentId: In(assessmentIds) };
  const sittings = await reader.find(Sitting, { where, order: { startedAt: 'ASC', id: 'ASC' } });
  const records = await recordsOfSittings(
    reader,
    sittings.map(({ id }) => id),
  );
  return (await wholeSittings(reader, sittings, records)).filter(({ conclusion }) => conclusion === null);
}

/** The records that were signed and not taken back. */
export function signedRecords(records: readonly SittingRecord[]): SittingRecord[] {
  return records.filter(({ item }) => item.signedAt && !item.withdrawnAt);
}

/** SHA-256 over which records a sitting has, each by the hash it was signed with. */
export function recordsSha256(sittingId: string, signed: readonly SittingRecord[]): string {
  return sha256(canonicalize({ sittingId, observations: signedHashes(signed) })!);
}

/** SHA-256 over a conclusion and the records it was drawn from. */
export function conclusionSha256(
  { id, sittingId, concludedBy, outcomes, notes }: Omit<SittingConclusion, 'contentSha256' | 'concludedAt'>,
  signed: readonly SittingRecord[],
): string {
  const observations = signedHashes(signed);
  return sha256(canonicalize({ id, sittingId, concludedBy, outcomes, notes, observations })!);
}

const signedHashes = (records: readonly SittingRecord[]) =>
  records.map(({ record: { id, signedSha256 } }) => ({ id, sha256: signedSha256 }));
