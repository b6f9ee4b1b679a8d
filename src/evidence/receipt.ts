import { type Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { type Tx } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { type ReceivedFile } from '../files/uploads.js';
import { type EvidenceForm } from '../settings/evidence-class.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceItem } from './evidence-item.entity.js';
import { type SubmitEvidence } from './evidence.dto.js';

interface Receipt {
  receivedAt: string;
  earlier: number;
  /** What makes the one file a redacted copy of another. */
  redaction?: Pick<EvidenceFile, 'redactionOf' | 'redactionReason'> & Partial<Pick<EvidenceFile, 'id'>>;
}

const original = { redactionOf: null, redactionReason: null };

/**
 * Writes the rows of files that are in the store, after the `earlier` ones of their item, and raises the alarm of
 * rule A4 where it is due.
 */
export async function insertFiles(
  tx: Tx,
  actor: Actor,
  assessment: Assessment,
  item: EvidenceItem,
  files: readonly ReceivedFile[],
  { receivedAt, earlier, redaction = original }: Receipt,
): Promise<EvidenceFile[]> {
  if (files.length === 0) return [];
  const rows = files.map(({ name, size, mediaType, sha256 }, i): EvidenceFile => {
    return {
      id: newId(),
      itemId: item.id,
      position: earlier + i + 1,
      name,
      size,
      mediaType,
      sha256,
      receivedBy: actor.userId,
      receivedAt,
      ...redaction,
    };
  });
  for (const row of rows) await insertRow(tx, EvidenceFile, row);
  await raiseAlarms(tx, actor, assessment, item, rows, receivedAt);
  return rows;
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
  const hashes = files.map((file) => file.sha256);
  const elsewhere: { sha256: string }[] = await tx.sql`
    SELECT DISTINCT f.sha256
    FROM evidence_files f
      JOIN evidence_items i ON i.id = f.item_id
      JOIN assessments a ON a.id = i.assessment_id
    WHERE f.sha256 IN (${() => hashes}) AND a.candidate_id <> ${assessment.candidateId}`;
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

/** No portfolio needs more, and every one of them is read and printed. */
const mostItems = 1000;

/** The next number people will call an item of this assessment by; `too_many_items` when there is none. */
export async function nextNumber(tx: Tx, assessmentId: string): Promise<number> {
  const rows: { last: number | null }[] = await tx.sql`
    SELECT MAX(number) AS last FROM evidence_items WHERE assessment_id = ${assessmentId}`;
  const number = (rows[0]?.last ?? 0) + 1;
  if (number > mostItems) throw new DomainError('too_many_items', { limit: mostItems });
  return number;
}

/**
 * What an item is, told from its content when nobody said. What comes with a recording belongs to it (a transcript);
 * other files of several kinds make a document together.
 */
export function formOf(input: SubmitEvidence, files: readonly ReceivedFile[]): EvidenceForm {
  const forms = new Set(files.map(({ mediaType }) => formOfFile(mediaType)));
  const [form, ...others] = forms;
  if (!form) return input.url ? 'link' : 'text';
  if (others.length === 0) return form;
  return (['video', 'audio'] as const).find((recording) => forms.has(recording)) ?? 'document';
}

function formOfFile(mediaType: string): EvidenceForm {
  const kind = /^(image|audio|video)\//.exec(mediaType)?.[1];
  if (kind) return kind as EvidenceForm;
  if (/spreadsheet|excel/.test(mediaType)) return 'spreadsheet';
  return /zip|7z|gzip|rar/.test(mediaType) ? 'archive' : 'document';
}
