import { Not } from 'typeorm';
import { DomainError, type FieldError } from '../common/errors.js';
import { type Reader, type Tx } from '../database/database.js';
import { type Recording } from '../evidence/record-kind.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type ObservationContent } from './content.js';
import { Observation } from './observation.entity.js';
import { Sitting, SittingConclusion } from './sitting.entity.js';

/** What keeps a record from being one of its sitting: each observer has one there, and none comes after the conclusion. */
export async function joiningFaults(
  tx: Tx,
  { assessment, id, authorId, content: { sittingId } }: Recording<Observation, ObservationContent>,
): Promise<FieldError[]> {
  if (!sittingId) return [];
  const known = await tx.existsBy(Sitting, { id: sittingId, assessmentId: assessment.id });
  if (!known) return [{ field: 'sittingId', rule: 'isKnownSitting' }];
  await requireUnconcluded(tx, sittingId);
  const own = await tx
    .createQueryBuilder(Observation, 'o')
    .innerJoin(EvidenceItem, 'i', 'i.id = o.id AND i.withdrawn_at IS NULL')
    .where({ sittingId, assessorId: authorId, id: Not(id) })
    .getCount();
  if (own > 0) throw new DomainError('sitting_observed');
  return [];
}

export async function requireUnconcluded(reader: Reader, sittingId: string): Promise<void> {
  if (await reader.existsBy(SittingConclusion, { sittingId })) throw new DomainError('sitting_concluded');
}
