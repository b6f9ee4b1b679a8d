import { In } from 'typeorm';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { type Reader } from '../database/database.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { User } from '../people/user.entity.js';
import { Observation } from './observation.entity.js';
import { type NamedObservation } from './observations.view.js';

/** The records of an assessment in the order of their numbers. */
export async function observationsOf(reader: Reader, assessmentId: string): Promise<NamedObservation[]> {
  const items = await reader.find(EvidenceItem, {
    where: { assessmentId, form: 'observation' },
    order: { number: 'ASC' },
  });
  const rows = await reader.findBy(Observation, { id: In(items.map(({ id }) => id)) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pairs = items.flatMap((item) => {
    const observation = byId.get(item.id);
    return observation ? [{ item, observation }] : [];
  });
  return withNames(reader, pairs);
}

export async function withNames(
  reader: Reader,
  pairs: { observation: Observation; item: EvidenceItem }[],
): Promise<NamedObservation[]> {
  const ids = [...new Set(pairs.map(({ observation }) => observation.assessorId))];
  const users = await reader.find(User, { where: { id: In(ids) }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return pairs.map((pair) => ({ ...pair, assessorName: names.get(pair.observation.assessorId)! }));
}

/** The type of each of these items of a document, by ref. */
export async function typesOf(reader: Reader, documentId: string, refs: string[]): Promise<Map<string, string>> {
  const items = await reader.find(CompetencyItem, {
    where: { documentId, ref: In([...new Set(refs)]) },
    select: { documentId: true, ref: true, type: true },
  });
  return new Map(items.map(({ ref, type }) => [ref, type]));
}
