import { Injectable } from '@nestjs/common';
import { requireOpen } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, type Reader } from '../database/database.js';
import { type ReceivedFile } from '../files/uploads.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { type WholeItem } from './evidence.view.js';
import { accessItem, accessItemToChange, isOwn, type ItemAccess, wholeItems } from './items.js';
import { insertFiles } from './receipt.js';
import { type RedactFile } from './redactions.dto.js';

/** The first one was not enough, nor the second; by then somebody should ask for the evidence anew. */
const mostRedactions = 20;

/** Copies of files without other people's data (rule R2). */
@Injectable()
export class RedactionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The file to be redacted, if the actor may: asked before the first byte of the copy is read. */
  async checkMayRedact(actor: Actor, itemId: string, fileId: string): Promise<EvidenceFile> {
    const access = await accessItem(this.db.read, actor, itemId, 'submit_evidence');
    requireOpen(access.assessment);
    if (access.item.withdrawnAt) throw new DomainError('evidence_withdrawn');
    return redactable(this.db.read, actor, access, fileId);
  }

  /**
   * Puts a redacted copy beside a file; the latest is the one that stands. It takes nothing from the item, so that
   * neither declaration, signature nor judgement is in its way. The same client-made id again changes nothing.
   */
  async redact(
    actor: Actor,
    itemId: string,
    fileId: string,
    { id = newId(), reason }: RedactFile,
    copy: ReceivedFile,
  ): Promise<{ item: WholeItem; created: boolean }> {
    return this.db.write(async (tx) => {
      const seen = await accessItem(tx, actor, itemId, 'submit_evidence');
      const known = await tx.findOneBy(EvidenceFile, { id });
      if (known && (known.itemId !== itemId || known.redactionOf !== fileId || known.receivedBy !== actor.userId))
        throw new DomainError('already_exists');
      if (!known) {
        const access = await accessItemToChange(tx, actor, itemId, 'submit_evidence');
        const original = await redactable(tx, actor, access, fileId);
        if (original.sha256 === copy.sha256) throw new DomainError('redaction_unchanged');
        const { assessment, item } = access;
        const at = this.clock.instant();
        const redaction = { id, redactionOf: fileId, redactionReason: reason };
        const earlier = await tx.countBy(EvidenceFile, { itemId });
        await insertFiles(tx, actor, assessment, item, [copy], { receivedAt: at, earlier, redaction });
        const data = { evidenceId: itemId, fileId: id, redactionOf: fileId, sha256: copy.sha256 };
        const { id: subjectId, bodyId } = assessment;
        await audit(tx, actor, { at, action: 'evidence.redacted', subjectId, bodyId, data });
      }
      const [item] = await wholeItems(tx, [seen.item], seen.assessment);
      return { item: item!, created: !known };
    });
  }
}

async function redactable(
  reader: Reader,
  actor: Actor,
  { item, assessment, standing }: ItemAccess,
  fileId: string,
): Promise<EvidenceFile> {
  if (!isOwn(actor, item, assessment.candidateId) && !standing.assesses) throw new DomainError('forbidden');
  if (item.originId) throw new DomainError('evidence_carried_over');
  const file = found(await reader.findOneBy(EvidenceFile, { id: fileId, itemId: item.id }));
  if (file.redactionOf) throw new DomainError('file_is_redaction');
  const made = await reader.countBy(EvidenceFile, { redactionOf: fileId });
  if (made >= mostRedactions) throw new DomainError('too_many_redactions', { limit: mostRedactions });
  return file;
}
