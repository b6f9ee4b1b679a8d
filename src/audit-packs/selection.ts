import { type SelectQueryBuilder } from 'typeorm';
import { owesBlindJudgements } from '../assessments/access.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { type Actor } from '../common/actor.js';
import { type Reader } from '../database/database.js';
import { type AuditPack } from './audit-pack.entity.js';

export type Order = Pick<AuditPack, 'bodyId' | 'criteria'>;

const pageSize = 100;

/** The assessments of a pack: one body's, by cohort and document, that began or were decided in the period. */
function selected(reader: Reader, { bodyId, criteria: { cohort, documentId, from, to } }: Order) {
  const period = { from: dayStart(from), until: dayStart(to, 1) };
  const rows = reader
    .createQueryBuilder(Assessment, 'a')
    .where('a.body_id = :bodyId', { bodyId })
    .andWhere(
      `((a.enrolled_at >= :from AND a.enrolled_at < :until) OR (a.decided_at >= :from AND a.decided_at < :until))`,
      period,
    );
  if (cohort) rows.andWhere('a.cohort = :cohort', { cohort });
  if (documentId) rows.andWhere('a.document_id = :documentId', { documentId });
  return rows;
}

/** The moment a day begins in Taiwan, so many days later. */
export function dayStart(day: string, later = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000).toISOString();
}

export function countSelected(reader: Reader, order: Order): Promise<number> {
  return selected(reader, order).getCount();
}

/** Page by page, oldest first, so that any number of them fits. */
export async function* eachSelected(reader: Reader, order: Order): AsyncGenerator<Assessment> {
  for (let after = ''; ;) {
    const page = await next(selected(reader, order), after);
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)!.id;
  }
}

function next(rows: SelectQueryBuilder<Assessment>, after: string): Promise<Assessment[]> {
  return rows.andWhere('a.id > :after', { after }).orderBy('a.id').limit(pageSize).getMany();
}

/** Whether one of them is the actor's own as candidate, or waits for the actor to judge it blind. */
export function concerns(reader: Reader, order: Order, { userId }: Actor): Promise<boolean> {
  return selected(reader, order)
    .andWhere(`(a.candidate_id = :userId OR ${owesBlindJudgements(':userId')})`, { userId })
    .getExists();
}
