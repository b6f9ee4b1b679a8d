import { In } from 'typeorm';
import { type Assessment } from '../assessments/assessment.entity.js';
import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { EvidenceFile } from '../evidence/evidence-file.entity.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { isDraft } from '../evidence/items.js';
import { withheldIds } from '../evidence/redactions.js';
import { entryName } from '../files/archive.js';
import { type Cell } from '../common/csv.js';

/** An item with its files: those of the item it carries over, if it does. What was redacted has no name in the pack. */
export interface PackedItem {
  item: EvidenceItem;
  files: { row: EvidenceFile; name: string | null }[];
}

/** The evidence of an assessment by number, withdrawn items too: they are part of what happened. */
export async function itemsOf(reader: Reader, { id: assessmentId }: Assessment): Promise<PackedItem[]> {
  const all = await reader.find(EvidenceItem, { where: { assessmentId }, order: { number: 'ASC' } });
  const items = all.filter((item) => !isDraft(item));
  const itemId = In([...new Set(items.map(contentId))]);
  const order = { position: 'ASC', id: 'ASC' } as const;
  const files = items.length > 0 ? await reader.find(EvidenceFile, { where: { itemId }, order }) : [];
  const filesOf = groupBy(files, (file) => file.itemId);
  return items.map((item) => {
    const own = filesOf.get(contentId(item)) ?? [];
    const withheld = withheldIds(own);
    const named = own.map((row, index) => ({ row, name: withheld.has(row.id) ? null : nameIn(item, row, index) }));
    return { item, files: named };
  });
}

/** The item whose files and records are its content. */
export const contentId = ({ id, originId }: EvidenceItem): string => originId ?? id;

const nameIn = ({ number }: EvidenceItem, { name }: EvidenceFile, index: number): string =>
  entryName('evidence', `${String(number).padStart(3, '0')}-${index + 1} ${name}`);

const header = [
  'number',
  'id',
  'form',
  'title',
  'produced_by',
  'produced_on',
  'submitted_by',
  'received_at',
  'signed_at',
  'url',
  'statement',
  'group_work',
  'candidate_part',
  'copy',
  'others_data',
  'others_data_reason',
  'carried_from',
  'withdrawn_at',
  'withdrawal_reason',
  'file_name',
  'media_type',
  'size',
  'sha256',
  'redaction_of',
  'in_this_pack',
];

/** The files of items whose bytes may leave with a pack: whoever orders it need not be one who may open originals. */
export function packable(items: readonly PackedItem[]): { item: EvidenceItem; row: EvidenceFile; name: string }[] {
  return items.flatMap(({ item, files }) =>
    files.flatMap(({ row, name }) => (name === null ? [] : [{ item, row, name }])),
  );
}

/** A row for each file, and one for each item without any. */
export function evidenceTable(items: readonly PackedItem[], withFiles: boolean): { header: string[]; rows: Cell[][] } {
  const rows = items.flatMap(({ item, files }): Cell[][] => {
    const about: Cell[] = [
      item.number,
      item.id,
      item.form,
      item.title,
      item.producedBy,
      item.producedOn,
      item.submittedBy,
      item.receivedAt,
      item.signedAt,
      item.url,
      item.statement,
      item.groupWork,
      item.candidatePart,
      item.copy,
      item.othersData,
      item.othersDataReason,
      item.originId,
      item.withdrawnAt,
      item.withdrawalReason,
    ];
    if (files.length === 0) return [about];
    return files.map(({ row, name }) => {
      const place = withFiles ? name : null;
      return [...about, row.name, row.mediaType, row.size, row.sha256, row.redactionOf, place];
    });
  });
  return { header, rows };
}
