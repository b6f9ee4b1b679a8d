import { Injectable } from '@nestjs/common';
import { access, accessToChange } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { requireMatch } from '../common/etag.js';
import { Database, type Tx } from '../database/database.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { freshItem } from '../evidence/fresh.js';
import { nextNumber } from '../evidence/receipt.js';
import { accessItem, isDraft, seesDrafts } from '../evidence/items.js';
import { type ObservationContent, contentOf, sameContent, storedContent } from './content.js';
import { contentFaults, refuseFaults } from './faults.js';
import { Observation } from './observation.entity.js';
import { type RecordObservation } from './observations.dto.js';
import { isAuthor } from './observations.policy.js';
import { type NamedObservation } from './observations.view.js';
import { observationsOf, typesOf, withNames } from './queries.js';

interface Stored {
  observation: Observation;
  item: EvidenceItem;
}

@Injectable()
export class ObservationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the record, or puts this content in place of what it holds. The same content again changes nothing; other
   * content needs the revision it was made upon, so that two tablets cannot overwrite each other unseen.
   */
  async put(
    actor: Actor,
    assessmentId: string,
    id: string,
    input: RecordObservation,
    ifMatch: string | undefined,
  ): Promise<{ named: NamedObservation; created: boolean }> {
    const content = contentOf(input);
    const created = await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'observe');
      const stored = await this.storedUnder(tx, assessmentId, id);
      if (stored && !isAuthor(actor, stored.observation)) throw new DomainError('forbidden');
      if (stored && sameContent(content, storedContent(stored.observation, stored.item))) return false;
      if (stored) this.requireChangeable(stored, ifMatch);
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'observe');
      const refs = [...content.outcomes.map(({ ref }) => ref), ...(content.method ? [content.method] : [])];
      const at = this.clock.instant();
      refuseFaults(contentFaults(content, await typesOf(tx, assessment.documentId, refs), at));
      if (stored) await this.change(tx, actor, assessment, stored.observation, content, at);
      else await this.create(tx, actor, assessment, id, content, at);
      return !stored;
    });
    return { named: await this.find(actor, id), created };
  }

  async find(actor: Actor, id: string): Promise<NamedObservation> {
    const { item } = await accessItem(this.db.read, actor, id, 'read');
    const observation = found(await this.db.read.findOneBy(Observation, { id }));
    const [named] = await withNames(this.db.read, [{ observation, item }]);
    return named!;
  }

  /** The records of an assessment by number; drafts only for those who may see them. */
  async list(actor: Actor, assessmentId: string): Promise<NamedObservation[]> {
    const { standing } = await access(this.db.read, actor, assessmentId, 'read');
    const all = await observationsOf(this.db.read, assessmentId);
    return seesDrafts(standing) ? all : all.filter(({ item }) => !isDraft(item));
  }

  /** What is there under a client's id. An id used for anything else is refused, whoever else's it is. */
  private async storedUnder(tx: Tx, assessmentId: string, id: string): Promise<Stored | null> {
    const item = await tx.findOneBy(EvidenceItem, { id });
    if (!item) return null;
    const observation = await tx.findOneBy(Observation, { id });
    if (!observation || item.assessmentId !== assessmentId) throw new DomainError('already_exists');
    return { observation, item };
  }

  private requireChangeable({ observation, item }: Stored, ifMatch: string | undefined): void {
    if (item.withdrawnAt) throw new DomainError('evidence_withdrawn');
    if (item.signedAt) throw new DomainError('record_signed');
    requireMatch(ifMatch, observation.revision);
  }

  private async create(
    tx: Tx,
    actor: Actor,
    assessment: Assessment,
    id: string,
    { title, ...record }: ObservationContent,
    at: string,
  ): Promise<void> {
    await tx.insert(EvidenceItem, {
      ...freshItem,
      id,
      assessmentId: assessment.id,
      number: await nextNumber(tx, assessment.id),
      form: 'observation',
      title,
      producedBy: 'assessor',
      producedOn: producedOn(record.startedAt, at),
      submittedBy: actor.userId,
      receivedAt: at,
    });
    await tx.insert(Observation, { id, assessorId: actor.userId, ...record, revision: 1, signedSha256: null });
    await this.auditRecord(tx, actor, assessment, 'observation.recorded', id, 1, at);
  }

  /** The item is received anew with the content it now has: its date may not be later than its receipt (rule C1). */
  private async change(
    tx: Tx,
    actor: Actor,
    assessment: Assessment,
    { id, revision }: Observation,
    { title, ...record }: ObservationContent,
    at: string,
  ): Promise<void> {
    const item = { title, producedOn: producedOn(record.startedAt, at), receivedAt: at };
    await tx.update(EvidenceItem, { id }, item);
    await tx.update(Observation, { id }, { ...record, revision: revision + 1 });
    await this.auditRecord(tx, actor, assessment, 'observation.changed', id, revision + 1, at);
  }

  private async auditRecord(
    tx: Tx,
    actor: Actor,
    { id: subjectId, bodyId }: Assessment,
    action: string,
    evidenceId: string,
    revision: number,
    at: string,
  ): Promise<void> {
    await audit(tx, actor, { at, action, subjectId, bodyId, data: { evidenceId, revision } });
  }
}

/** The day of the observation; never tomorrow because a tablet's clock runs ahead around midnight. */
function producedOn(startedAt: string, now: string): string {
  return dateIn(startedAt < now ? startedAt : now);
}
