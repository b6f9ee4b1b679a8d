import { Injectable } from '@nestjs/common';
import { type EntityTarget, type FindOptionsWhere, In } from 'typeorm';
import { access, accessToChange } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { requireMatch } from '../common/etag.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { namesOf } from '../people/names.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { freshItem } from './fresh.js';
import { accessItem, contentId, isDraft, seesDrafts } from './items.js';
import { nextNumber } from './receipt.js';
import { sameContent } from './record-content.js';
import { refuseFaults } from './record-faults.js';
import {
  type NamedRecord,
  type RecordContent,
  type RecordKind,
  type Recording,
  type RecordRow,
} from './record-kind.js';

/** A record as a client sends it, whole. */
export interface PutRecord<Content> {
  id: string;
  content: Content;
  ifMatch: string | undefined;
}

/** Records that an assessor writes as evidence and changes until they are signed, of whichever kind. */
@Injectable()
export class Records {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the record, or puts this content in place of what it holds. The same content again changes nothing; other
   * content needs the revision it was made upon, so that two tablets cannot overwrite each other unseen.
   */
  async put<Row extends RecordRow, Content extends RecordContent>(
    actor: Actor,
    kind: RecordKind<Row, Content>,
    assessmentId: string,
    { id, content, ifMatch }: PutRecord<Content>,
  ): Promise<{ named: NamedRecord<Row>; created: boolean }> {
    const created = await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'observe');
      const before = await storedUnder(tx, kind, assessmentId, id);
      if (before && !isAuthor(actor, before.record)) throw new DomainError('forbidden');
      if (before && sameContent(content, kind.contentOf(before.record, before.item))) return false;
      if (before) requireChangeable(before, ifMatch);
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'observe');
      const recording = { assessment, id, authorId: actor.userId, content, before, at: this.clock.instant() };
      refuseFaults(await kind.faults(tx, recording));
      await this.store(tx, actor, kind, recording);
      return !before;
    });
    return { named: await this.find(actor, kind, id), created };
  }

  async find<Row extends RecordRow, Content extends RecordContent>(
    actor: Actor,
    kind: RecordKind<Row, Content>,
    id: string,
  ): Promise<NamedRecord<Row>> {
    const { item } = await accessItem(this.db.read, actor, id, 'read');
    const record = found(await recordUnder(this.db.read, kind, contentId(item)));
    const [named] = await withNames(this.db.read, [{ record, item }]);
    return named!;
  }

  /** The records of an assessment by number; drafts only for those who may see them. */
  async list<Row extends RecordRow, Content extends RecordContent>(
    actor: Actor,
    kind: RecordKind<Row, Content>,
    assessmentId: string,
  ): Promise<NamedRecord<Row>[]> {
    const { standing } = await access(this.db.read, actor, assessmentId, 'read');
    const all = await recordsOf(this.db.read, kind, assessmentId);
    return withNames(this.db.read, seesDrafts(standing) ? all : all.filter(({ item }) => !isDraft(item)));
  }

  /** A change makes the item received anew: its date may not be later than its receipt (rule C1). */
  private async store<Row extends RecordRow, Content extends RecordContent>(
    tx: Tx,
    actor: Actor,
    kind: RecordKind<Row, Content>,
    { assessment, id, content, before, at }: Recording<Row, Content>,
  ): Promise<void> {
    const { title } = content;
    const item = { title, producedOn: producedOn(kind.happenedAt(content), at), receivedAt: at };
    const revision = (before?.record.revision ?? 0) + 1;
    const columns = { ...kind.columnsOf(content), revision };
    if (before) {
      await tx.update(EvidenceItem, { id }, item);
      await tx.update<RecordRow>(kind.entity, { id }, columns);
    } else {
      await tx.insert(EvidenceItem, {
        ...freshItem,
        ...item,
        id,
        assessmentId: assessment.id,
        number: await nextNumber(tx, assessment.id),
        form: kind.formOf(content),
        producedBy: 'assessor',
        submittedBy: actor.userId,
      });
      await tx.insert<RecordRow>(kind.entity, { ...columns, id, assessorId: actor.userId, signedSha256: null });
    }
    const { id: subjectId, bodyId } = assessment;
    const action = `${kind.name}.${before ? 'changed' : 'recorded'}`;
    await audit(tx, actor, { at, action, subjectId, bodyId, data: { evidenceId: id, revision } });
  }
}

/** A record is its author's word: no other assessor changes or signs it. */
export function isAuthor(actor: Actor, { assessorId }: Pick<RecordRow, 'assessorId'>): boolean {
  return assessorId === actor.userId;
}

export function recordUnder<Row extends RecordRow>(
  reader: Reader,
  { entity }: { entity: EntityTarget<Row> },
  id: string,
): Promise<Row | null> {
  return reader.findOneBy<Row>(entity, { id } as FindOptionsWhere<Row>);
}

/** The records of one kind in an assessment with their items, in the order of their numbers. */
export async function recordsOf<Row extends RecordRow>(
  reader: Reader,
  { entity }: { entity: new () => Row },
  assessmentId: string,
): Promise<{ record: Row; item: EvidenceItem }[]> {
  const items = await reader
    .createQueryBuilder(EvidenceItem, 'i')
    .innerJoin(entity, 'r', 'r.id = COALESCE(i.origin_id, i.id)')
    .where('i.assessment_id = :assessmentId', { assessmentId })
    .orderBy('i.number')
    .getMany();
  const records = await reader.findBy<Row>(entity, { id: In(items.map(contentId)) } as FindOptionsWhere<Row>);
  const byId = new Map(records.map((record) => [record.id, record]));
  return items.map((item) => ({ record: byId.get(contentId(item))!, item }));
}

export async function withNames<Row extends RecordRow>(
  reader: Reader,
  pairs: { record: Row; item: EvidenceItem }[],
): Promise<NamedRecord<Row>[]> {
  const names = await namesOf(
    reader,
    pairs.map(({ record }) => record.assessorId),
  );
  return pairs.map((pair) => ({ ...pair, assessorName: names.get(pair.record.assessorId)! }));
}

/** What is there under a client's id. An id used for anything else is refused, whoever else's it is. */
async function storedUnder<Row extends RecordRow, Content extends RecordContent>(
  tx: Tx,
  kind: RecordKind<Row, Content>,
  assessmentId: string,
  id: string,
): Promise<{ record: Row; item: EvidenceItem } | null> {
  const item = await tx.findOneBy(EvidenceItem, { id });
  if (!item) return null;
  const record = await recordUnder(tx, kind, id);
  if (!record || item.assessmentId !== assessmentId) throw new DomainError('already_exists');
  return { record, item };
}

function requireChangeable(
  { record, item }: { record: RecordRow; item: EvidenceItem },
  ifMatch: string | undefined,
): void {
  if (item.withdrawnAt) throw new DomainError('evidence_withdrawn');
  if (item.signedAt) throw new DomainError('record_signed');
  requireMatch(ifMatch, record.revision);
}

/** The day it took place; never tomorrow because a tablet's clock runs ahead around midnight. */
function producedOn(happenedAt: string, now: string): string {
  return dateIn(happenedAt < now ? happenedAt : now);
}
