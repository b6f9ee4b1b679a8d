import { Injectable } from '@nestjs/common';
import { access, accessToChange } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, type PageQuery, pageOf } from '../common/paging.js';
import { Database } from '../database/database.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { isDraft, seesDrafts } from '../evidence/items.js';
import { orderFaults, refuseFaults } from '../evidence/record-faults.js';
import { Observation } from './observation.entity.js';
import { accessSitting, recordsOfSittings, type WholeSitting, wholeSittings } from './sitting-records.js';
import { Sitting } from './sitting.entity.js';
import { type OpenSitting } from './sittings.dto.js';

/** Occasions that several assessors watch at once. */
@Injectable()
export class SittingsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a sitting, which observers then join with their records: also beforehand, so that they can take it along. The same
   * client-made id again answers what is there.
   */
  async open(
    actor: Actor,
    assessmentId: string,
    input: OpenSitting,
  ): Promise<{ sitting: WholeSitting; created: boolean }> {
    const id = input.id?.toLowerCase() ?? newId();
    const created = await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'observe');
      const known = await tx.findOneBy(Sitting, { id });
      if (known) {
        if (known.assessmentId !== assessmentId || known.openedBy !== actor.userId)
          throw new DomainError('already_exists');
        return false;
      }
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'observe');
      const at = this.clock.instant();
      const { place, startedAt, endedAt = null, note } = input;
      refuseFaults(orderFaults({ startedAt, endedAt }, ['startedAt', 'endedAt']));
      const opened = { openedBy: actor.userId, openedAt: at };
      await tx.insert(Sitting, { id, assessmentId, place, startedAt, endedAt, note: note ?? '', ...opened });
      const subject = { subjectId: assessmentId, bodyId: assessment.bodyId };
      await audit(tx, actor, { at, action: 'sitting.opened', ...subject, data: { sittingId: id } });
      return true;
    });
    return { sitting: await this.find(actor, id), created };
  }

  async find(actor: Actor, id: string): Promise<WholeSitting> {
    const { sitting, records } = await accessSitting(this.db.read, actor, id, 'read');
    const [whole] = await wholeSittings(this.db.read, [sitting], records);
    return whole!;
  }

  /** The sittings of an assessment in the order they were opened; drafts only for those who may see them. */
  async list(actor: Actor, assessmentId: string, query: PageQuery): Promise<Page<WholeSitting>> {
    const { standing } = await access(this.db.read, actor, assessmentId, 'read');
    const rows = this.db.read
      .createQueryBuilder(Sitting, 's')
      .where('s.assessment_id = :assessmentId', { assessmentId });
    const signed = this.db.read
      .createQueryBuilder(Observation, 'o')
      .select('1')
      .innerJoin(EvidenceItem, 'i', 'i.id = o.id')
      .where('o.sitting_id = s.id AND i.signed_at IS NOT NULL');
    if (!seesDrafts(standing)) rows.andWhere(`EXISTS (${signed.getQuery()})`);
    const after = afterKey(query);
    if (after) rows.andWhere('s.opened_at || s.id > :after', { after });
    const sittings = await rows
      .orderBy('s.opened_at || s.id')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(sittings, query.limit, ({ openedAt, id }) => openedAt + id);
    const ids = page.items.map(({ id }) => id);
    const all = await recordsOfSittings(this.db.read, ids);
    const shown = seesDrafts(standing) ? all : all.filter(({ item }) => !isDraft(item));
    return { ...page, items: await wholeSittings(this.db.read, page.items, shown) };
  }
}
