import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { access } from '../assessments/access.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { Database, type Reader } from '../database/database.js';
import { signedForms } from '../settings/evidence-class.js';
import { EvidenceAccess } from './evidence-access.entity.js';
import { type EvidenceAccessView } from './evidence-access.view.js';
import { type EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceItem } from './evidence-item.entity.js';
import { seesDrafts } from './items.js';

/** A player asks for one film in a hundred ranges, and a page is read again when it comes back into view. */
const onceInMs = 10 * 60_000;

/** Who looked at evidence, and who took its files. */
@Injectable()
export class AccessLog {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Somebody other than its giver read an item. */
  async viewed(actor: Actor, item: EvidenceItem): Promise<void> {
    if (item.submittedBy !== actor.userId) await this.note(actor, item, null);
  }

  /** Told before the bytes leave, so that none leave untold. */
  async downloaded(actor: Actor, item: EvidenceItem, { id }: EvidenceFile): Promise<void> {
    await this.note(actor, item, id);
  }

  /** Newest first; what is known of drafts only for those who may know of them. */
  async list(actor: Actor, assessmentId: string, query: PageQuery): Promise<Page<EvidenceAccessView>> {
    const { standing } = await access(this.db.read, actor, assessmentId, 'see_accesses');
    // No id comes after it.
    const before = afterKey(query) ?? 'g';
    const hidden = seesDrafts(standing) ? [''] : signedForms;
    const rows: (Omit<EvidenceAccessView, 'user'> & { userId: string | null; userName: string | null })[] = await this
      .db.read.sql`
      SELECT x.id, x.item_id AS "itemId", i.number AS "itemNumber", x.file_id AS "fileId", f.name AS "fileName",
             x.kind, x.at, x.via, x.user_id AS "userId", u.name AS "userName"
      FROM evidence_accesses x
        JOIN evidence_items i ON i.id = x.item_id
        LEFT JOIN evidence_files f ON f.id = x.file_id
        LEFT JOIN users u ON u.id = x.user_id
      WHERE x.assessment_id = ${assessmentId} AND x.id < ${before}
        AND (i.signed_at IS NOT NULL OR i.form NOT IN (${() => [...hidden]}))
      ORDER BY x.id DESC LIMIT ${query.limit + 1}`;
    const page = pageOf(rows, query.limit, ({ id }) => id);
    const items = page.items.map(({ userId, userName, ...row }) => {
      return { ...row, user: userId === null ? null : { id: userId, name: userName ?? userId } };
    });
    return { ...page, items };
  }

  private async note(actor: Actor, { id: itemId, assessmentId }: EvidenceItem, fileId: string | null): Promise<void> {
    const { userId } = actor;
    const now = this.clock.now();
    const since = new Date(now.getTime() - onceInMs).toISOString();
    const told = (reader: Reader) => wasTold(reader, { userId, itemId, fileId, since });
    if (await told(this.db.read)) return;
    const kind = fileId === null ? 'view' : 'download';
    const at = now.toISOString();
    await this.db.write(async (tx) => {
      if (await told(tx)) return;
      await tx.insert(EvidenceAccess, { id: newId(), assessmentId, itemId, fileId, userId, kind, at, via: null });
    });
  }
}

interface Told {
  userId: string;
  itemId: string;
  fileId: string | null;
  since: string;
}

function wasTold(reader: Reader, { userId, itemId, fileId, since }: Told): Promise<boolean> {
  return reader.existsBy(EvidenceAccess, { userId, itemId, fileId: fileId ?? IsNull(), at: MoreThan(since) });
}
