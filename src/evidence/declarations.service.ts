import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { accessToChange } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { declarationTexts } from '../i18n/declaration.js';
import { type Locale } from '../i18n/i18n.js';
import { Declaration } from './declaration.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { type WholeItem } from './evidence.view.js';
import { isDraft, wholeItems } from './items.js';

/** The candidate's word that items are authentic. */
@Injectable()
export class DeclarationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Declares items as they now stand. One that a declaration already covers stays as it is. */
  async declare(actor: Actor, assessmentId: string, itemIds: string[], locale: Locale): Promise<WholeItem[]> {
    return this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'declare_authenticity');
      const ids = [...new Set(itemIds)];
      const items = await tx.findBy(EvidenceItem, { id: In(ids), assessmentId });
      if (items.length < ids.length || items.some(isDraft)) throw new DomainError('not_found');
      if (items.some((item) => item.withdrawnAt)) throw new DomainError('evidence_withdrawn');
      const uncovered = (await wholeItems(tx, items, assessment)).filter((whole) => !whole.declaration);
      const declaredAt = this.clock.instant();
      const rows = uncovered.map(({ item, contentSha256 }) => ({
        id: newId(),
        itemId: item.id,
        userId: actor.userId,
        statement: declarationTexts[locale].authenticity,
        contentSha256,
        declaredAt,
      }));
      if (rows.length > 0) {
        await tx.insert(Declaration, rows);
        const data = { items: rows.map((row) => [row.itemId, row.contentSha256]) };
        const entry = {
          at: declaredAt,
          action: 'evidence.declared',
          subjectId: assessmentId,
          bodyId: assessment.bodyId,
          data,
        };
        await audit(tx, actor, entry);
      }
      return wholeItems(tx, items, assessment);
    });
  }
}
