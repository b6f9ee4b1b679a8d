import { Injectable } from '@nestjs/common';
import { access, accessToChange, requireOpen } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { refuseDeleted } from '../assessments/deletions.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { requireMatch } from '../common/etag.js';
import { newId } from '../common/ids.js';
import { type Page, afterNumber, pageOf } from '../common/paging.js';
import { Database, type Reader } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { type ReceivedFile } from '../files/uploads.js';
import { requiresSignature } from '../settings/evidence-class.js';
import { takeUploads } from '../uploads/handed-in.service.js';
import { circumstancesOf } from './circumstances.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import {
  type CorrectEvidence,
  type EvidenceQuery,
  type SubmitEvidence,
  type WithdrawEvidence,
} from './evidence.dto.js';
import { type WholeItem } from './evidence.view.js';
import { freshItem } from './fresh.js';
import {
  accessItem,
  accessItemToChange,
  contentId,
  isDraft,
  isJudged,
  isOwn,
  newItem,
  seesDrafts,
  wholeItems,
} from './items.js';
import { formOf, insertFiles, nextNumber } from './receipt.js';
import { seesOriginals, withheldIds } from './redactions.js';

@Injectable()
export class EvidenceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether the actor may hand in evidence here: asked before the first byte of an upload is read. */
  async checkMaySubmit(actor: Actor, assessmentId: string): Promise<void> {
    const { assessment } = await access(this.db.read, actor, assessmentId, 'submit_evidence');
    requireOpen(assessment);
  }

  /** Takes in evidence whose files are already in the store. The same client-made id again answers what is there. */
  async submit(
    actor: Actor,
    assessmentId: string,
    input: SubmitEvidence,
    files: readonly ReceivedFile[],
  ): Promise<{ item: WholeItem; created: boolean }> {
    const form = input.form ?? formOf(input, files);
    const created = await this.db.write(async (tx): Promise<WholeItem | null> => {
      const known = input.id && (await tx.findOneBy(EvidenceItem, { id: input.id }));
      if (known) {
        if (known.assessmentId !== assessmentId || known.submittedBy !== actor.userId)
          throw new DomainError('already_exists');
        return null;
      }
      const { assessment, standing } = await accessToChange(tx, actor, assessmentId, 'submit_evidence');
      const item: EvidenceItem = {
        ...freshItem,
        ...circumstancesOf(input, freshItem),
        id: input.id ?? newId(),
        assessmentId,
        number: await nextNumber(tx, assessmentId),
        form,
        title: input.title,
        producedBy: input.producedBy ?? (standing.assesses ? 'assessor' : 'candidate'),
        producedOn: input.producedOn ?? null,
        url: input.url ?? null,
        statement: input.statement || null,
        submittedBy: actor.userId,
        receivedAt: this.clock.instant(),
      };
      await insertRow(tx, EvidenceItem, item);
      const data = { evidenceId: item.id, form, files: files.map((f) => f.sha256) };
      const when = { receivedAt: item.receivedAt, earlier: 0 };
      await takeUploads(tx, actor, item.id, files);
      const rows = await insertFiles(tx, actor, assessment, item, files, when);
      await audit(tx, actor, {
        at: item.receivedAt,
        action: 'evidence.received',
        subjectId: assessmentId,
        bodyId: assessment.bodyId,
        data,
      });
      return newItem(tx, item, rows, assessment);
    });
    return created ? { item: created, created: true } : { item: await this.find(actor, input.id!), created: false };
  }

  /** Adds files to an item that nobody has declared or signed yet. One that is there is not added again. */
  async addFiles(actor: Actor, id: string, files: readonly ReceivedFile[]): Promise<WholeItem> {
    await this.db.write(async (tx) => {
      const { assessment, item } = await accessItemToChange(tx, actor, id, 'submit_evidence');
      await this.requireUnlocked(tx, actor, item, assessment);
      const at = this.clock.instant();
      const earlier = await tx.findBy(EvidenceFile, { itemId: id });
      const isThere = (file: ReceivedFile): boolean =>
        earlier.some(({ name, sha256 }) => name === file.name && sha256 === file.sha256);
      const fresh = (await takeUploads(tx, actor, id, files)).filter((file) => !isThere(file));
      if (fresh.length === 0) return;
      await insertFiles(tx, actor, assessment, item, fresh, { receivedAt: at, earlier: earlier.length });
      const data = { evidenceId: id, files: fresh.map((f) => f.sha256) };
      await audit(tx, actor, {
        at,
        action: 'evidence.files_added',
        subjectId: item.assessmentId,
        bodyId: assessment.bodyId,
        data,
      });
    });
    return this.find(actor, id);
  }

  /** Asked before the first byte of further files is read. */
  async checkMayAddFiles(actor: Actor, id: string): Promise<EvidenceItem> {
    const { assessment, item } = await accessItem(this.db.read, actor, id, 'submit_evidence');
    requireOpen(assessment);
    if (item.withdrawnAt) throw new DomainError('evidence_withdrawn');
    await this.requireUnlocked(this.db.read, actor, item, assessment);
    return item;
  }

  async list(actor: Actor, assessmentId: string, query: EvidenceQuery): Promise<Page<WholeItem>> {
    const { assessment, standing } = await access(this.db.read, actor, assessmentId, 'read');
    const rows = await this.db.read
      .createQueryBuilder(EvidenceItem, 'i')
      .where('i.assessment_id = :assessmentId AND i.number > :after', {
        assessmentId,
        after: afterNumber(query),
      })
      .orderBy('i.number')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(rows, query.limit, (item) => String(item.number));
    const shown = page.items.filter((item) => seesDrafts(standing) || !isDraft(item));
    return { ...page, items: await wholeItems(this.db.read, shown, assessment) };
  }

  async find(actor: Actor, id: string): Promise<WholeItem> {
    const { item, assessment } = await accessItem(this.db.read, actor, id, 'read');
    return (await wholeItems(this.db.read, [item], assessment))[0]!;
  }

  /** A file that the actor may open. */
  async findFile(actor: Actor, itemId: string, fileId: string): Promise<{ item: EvidenceItem; file: EvidenceFile }> {
    const { item, standing } = await accessItem(this.db.read, actor, itemId, 'read');
    const where = { itemId: contentId(item) };
    const files = await this.db.read.find(EvidenceFile, { where, order: { position: 'ASC' } });
    const file = files.find(({ id }) => id === fileId);
    if (!file) await refuseDeleted(this.db.read, item.assessmentId, 'evidence');
    if (withheldIds(files).has(fileId) && !seesOriginals(actor, item, standing)) {
      throw new DomainError('original_withheld');
    }
    return { item, file: found(file) };
  }

  /** Corrects title, date or words. A declaration made before no longer covers the item: it has to be made again. */
  async correct(actor: Actor, id: string, input: CorrectEvidence, ifMatch: string | undefined): Promise<WholeItem> {
    await this.db.write(async (tx) => {
      const { assessment, item } = await accessItemToChange(tx, actor, id, 'submit_evidence');
      if (!isOwn(actor, item, assessment.candidateId)) throw new DomainError('forbidden');
      if (item.originId) throw new DomainError('evidence_carried_over');
      if (requiresSignature(item.form)) throw new DomainError('record_signed');
      if (await isJudged(tx, id)) throw new DomainError('evidence_judged');
      const [whole] = await wholeItems(tx, [item], assessment);
      requireMatch(ifMatch, whole!.contentSha256);
      const changed = {
        title: input.title ?? item.title,
        producedOn: input.producedOn === undefined ? item.producedOn : input.producedOn,
        statement: input.statement === undefined ? item.statement : input.statement || null,
        ...circumstancesOf(input, item),
      };
      await tx.update(EvidenceItem, { id }, changed);
      const [after] = await wholeItems(tx, [{ ...item, ...changed }], assessment);
      const data = { evidenceId: id, before: whole!.contentSha256, after: after!.contentSha256 };
      const at = this.clock.instant();
      await audit(tx, actor, {
        at,
        action: 'evidence.corrected',
        subjectId: item.assessmentId,
        bodyId: assessment.bodyId,
        data,
      });
    });
    return this.find(actor, id);
  }

  /** Takes evidence out of the assessment. Its bytes and its history stay; it counts for nothing any more. */
  async withdraw(actor: Actor, id: string, input: WithdrawEvidence): Promise<WholeItem> {
    await this.db.write(async (tx) => {
      const { assessment, item } = await accessItemToChange(tx, actor, id, 'submit_evidence');
      if (!isOwn(actor, item, assessment.candidateId)) throw new DomainError('forbidden');
      const at = this.clock.instant();
      const withdrawal = { withdrawnAt: at, withdrawnBy: actor.userId, withdrawalReason: input.reason };
      await tx.update(EvidenceItem, { id }, withdrawal);
      const data = { evidenceId: id };
      await audit(tx, actor, {
        at,
        action: 'evidence.withdrawn',
        subjectId: item.assessmentId,
        bodyId: assessment.bodyId,
        data,
      });
    });
    return this.find(actor, id);
  }

  /** Files are added by those whose item it is, as long as nobody has put their name to it. */
  private async requireUnlocked(
    reader: Reader,
    actor: Actor,
    item: EvidenceItem,
    assessment: Assessment,
  ): Promise<void> {
    if (!isOwn(actor, item, assessment.candidateId)) throw new DomainError('forbidden');
    if (item.originId) throw new DomainError('evidence_carried_over');
    const [whole] = await wholeItems(reader, [item], assessment);
    if (item.signedAt || whole!.declaration || (await isJudged(reader, item.id))) {
      throw new DomainError('evidence_locked');
    }
  }
}
