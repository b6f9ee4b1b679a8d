import { In } from 'typeorm';
import { DomainError } from '../common/errors.js';
import { type Reader } from '../database/database.js';
import { isClaimable } from './claimable.js';
import { CompetencyItem } from './competency-item.entity.js';

/**
 * Refuses refs that are nothing evidence can show in the pinned document, each by the field it came in.
 * Source: domain.md V1.
 */
export async function refuseUnclaimable(
  reader: Reader,
  documentId: string,
  named: readonly { field: string; ref: string }[],
): Promise<void> {
  const refs = [...new Set(named.map(({ ref }) => ref))];
  const items = await reader.findBy(CompetencyItem, { documentId, ref: In(refs) });
  const claimable = new Set(items.filter(isClaimable).map(({ ref }) => ref));
  const fields = named.filter(({ ref }) => !claimable.has(ref)).map(({ field }) => ({ field, rule: 'isIn' }));
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields: fields.slice(0, 100) });
}
