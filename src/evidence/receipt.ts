import { Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { newId } from '../common/ids.js';
import { type Tx } from '../database/database.js';
import { type ReceivedFile } from '../files/uploads.js';
import { type EvidenceForm } from './evidence-class.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { type SubmitEvidence } from './evidence.dto.js';

/** Writes the rows of files that are in the store, and raises the alarm of rule A4 where it is due. */
export async function insertFiles(
  tx: Tx,
  actor: Actor,
  assessment: Assessment,
  item: EvidenceItem,
  files: readonly ReceivedFile[],
  receivedAt: string,
): Promise<void> {
  if (files.length === 0) return;
  const offset = await tx.countBy(EvidenceFile, { itemId: item.id });
  const rows = files.map(({ name, size, mediaType, sha256 }, i): EvidenceFile => {
    return {
      id: newId(),
      itemId: item.id,
      position: offset + i + 1,
      name,
      size,
      mediaType,
      sha256,
      receivedBy: actor.userId,
      receivedAt,
    };
  });
  await tx.insert(EvidenceFile, rows);
  await raiseAlarms(tx, actor, assessment, item, rows, receivedAt);
}

/** The same bytes under another candidate: told to those who judge, in coverage and audit (rule A4). */
async function raiseAlarms(
  tx: Tx,
  actor: Actor,
  assessment: Assessment,
  item: EvidenceItem,
  files: EvidenceFile[],
  at: string,
): Promise<void> {
  const elsewhere = await tx
    .createQueryBuilder(EvidenceFile, 'f')
    .innerJoin(EvidenceItem, 'i', 'i.id = f.item_id')
    .innerJoin(Assessment, 'a', 'a.id = i.assessment_id')
    .select('DISTINCT f.sha256', 'sha256')
    .where('f.sha256 IN (:...hashes) AND a.candidate_id <> :candidateId', {
      hashes: files.map((f) => f.sha256),
      candidateId: assessment.candidateId,
    })
    .getRawMany<{ sha256: string }>();
  if (elsewhere.length === 0) return;
  const data = { evidenceId: item.id, sha256: elsewhere.map((row) => row.sha256) };
  await audit(tx, actor, {
    at,
    action: 'evidence.same_bytes_elsewhere',
    subjectId: assessment.id,
    bodyId: assessment.bodyId,
    data,
  });
}

/** The next number people will call an item of this assessment by. */
export async function nextNumber(tx: Tx, assessmentId: string): Promise<number> {
  const row = await tx
    .createQueryBuilder(EvidenceItem, 'i')
    .select('MAX(i.number)', 'last')
    .where('i.assessment_id = :assessmentId', { assessmentId })
    .getRawOne<{ last: number | null }>();
  return (row?.last ?? 0) + 1;
}

/** What an item is, told from its content when nobody said. */
export function formOf(input: SubmitEvidence, files: readonly ReceivedFile[]): EvidenceForm {
  const mediaType = files[0]?.mediaType;
  if (!mediaType) return input.url ? 'link' : 'text';
  const kind = /^(image|audio|video)\//.exec(mediaType)?.[1];
  if (kind) return kind as EvidenceForm;
  if (/spreadsheet|excel/.test(mediaType)) return 'spreadsheet';
  return /zip|7z|gzip|rar/.test(mediaType) ? 'archive' : 'document';
}
