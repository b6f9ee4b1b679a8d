import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { contentSha256 } from '../evidence/content-hash.js';
import { requiresSignature } from '../settings/evidence-class.js';
import { type FileFact, type Instant, type ItemFact } from './facts.js';
import { idList } from './id-list.js';
import { loadChecks } from './load-checks.js';
import { loadQuestionings } from './load-questionings.js';
import { loadReports } from './load-reports.js';

interface ItemRow extends Pick<
  ItemFact,
  | 'id'
  | 'number'
  | 'title'
  | 'form'
  | 'producedBy'
  | 'submittedBy'
  | 'producedOn'
  | 'receivedAt'
  | 'withdrawnAt'
  | 'signedAt'
  | 'originId'
  | 'groupWork'
  | 'candidatePart'
  | 'copy'
  | 'othersData'
  | 'othersDataReason'
> {
  readonly assessmentId: string;
  readonly url: string | null;
  readonly statement: string | null;
}

interface FileRow extends Pick<FileFact, 'sha256' | 'size' | 'redactionOf'> {
  readonly itemId: string;
}

interface DeclarationRow {
  readonly itemId: string;
  readonly contentSha256: string;
  readonly declaredAt: Instant;
}

/**
 * The evidence of these assessments, by assessment and in the order of its numbers, in six queries. An item carried over
 * from an earlier attempt has the files of its origin, and what was declared there.
 */
export async function loadItems(reader: Reader, ids: readonly string[]): Promise<Map<string, ItemFact[]>> {
  const list = idList(ids);
  const items: ItemRow[] = await reader.sql`
    SELECT e.assessment_id AS "assessmentId", e.id, e.number, e.title, e.form, e.produced_by AS "producedBy",
           e.submitted_by AS "submittedBy", e.produced_on AS "producedOn", e.url, e.statement,
           e.received_at AS "receivedAt", e.withdrawn_at AS "withdrawnAt", e.signed_at AS "signedAt",
           e.origin_id AS "originId",
           e.group_work AS "groupWork", e.candidate_part AS "candidatePart", e.copy, e.others_data AS "othersData",
           e.others_data_reason AS "othersDataReason"
    FROM evidence_items e
    WHERE e.assessment_id IN (${list}) ORDER BY e.number`;
  const files: FileRow[] = await reader.sql`
    SELECT e.id AS "itemId", f.sha256, f.size, o.sha256 AS "redactionOf"
    FROM evidence_items e JOIN evidence_files f ON f.item_id = COALESCE(e.origin_id, e.id)
      LEFT JOIN evidence_files o ON o.id = f.redaction_of
    WHERE e.assessment_id IN (${list}) ORDER BY f.position, f.id`;
  const declarations: DeclarationRow[] = await reader.sql`
    SELECT e.id AS "itemId", d.content_sha256 AS "contentSha256", d.declared_at AS "declaredAt"
    FROM assessments a JOIN evidence_items e ON e.assessment_id = a.id
      JOIN declarations d ON d.item_id IN (e.id, e.origin_id) AND d.user_id = a.candidate_id
    WHERE a.id IN (${list}) ORDER BY d.declared_at, d.id`;
  const checksOf = await loadChecks(reader, ids);
  const questioningOf = await loadQuestionings(reader, ids);
  const reports = await loadReports(reader, ids);
  const filesOf = groupBy(files, ({ itemId }) => itemId);
  const declarationsOf = groupBy(declarations, ({ itemId }) => itemId);
  const facts = groupBy(items, ({ assessmentId }) => assessmentId);
  const fact = (row: ItemRow): ItemFact => ({
    ...itemFact(row, filesOf.get(row.id) ?? [], declarationsOf.get(row.id) ?? []),
    ...checksOf(row.id),
    ...questioningOf(row),
    report: reports.get(row.id) ?? null,
  });
  return new Map([...facts].map(([id, rows]) => [id, rows.map(fact)]));
}

/** A declaration holds for the content it was given for: an item that was changed since is undeclared. */
function itemFact(row: ItemRow, files: readonly FileRow[], declarations: readonly DeclarationRow[]): ItemFact {
  const { id, number, title, form, producedBy, submittedBy, producedOn, receivedAt, withdrawnAt, signedAt } = row;
  const content = declarations.length > 0 ? contentSha256(row, files) : null;
  const covering = declarations.find((declaration) => declaration.contentSha256 === content);
  return {
    id,
    number,
    title,
    form,
    producedBy,
    submittedBy,
    producedOn,
    receivedAt,
    requiresSignature: requiresSignature(form),
    signedAt,
    withdrawnAt,
    declaredAt: covering?.declaredAt ?? null,
    // PostgreSQL's driver gives a bigint as text.
    files: files.map(({ sha256, size, redactionOf }) => ({ sha256, size: Number(size), redactionOf })),
    originId: row.originId,
    // SQLite's driver gives 1 and 0 for yes and no.
    groupWork: Boolean(row.groupWork),
    candidatePart: row.candidatePart,
    copy: Boolean(row.copy),
    sighted: null,
    supervised: null,
    confirmedBy: [],
    othersData: Boolean(row.othersData),
    othersDataReason: row.othersDataReason,
    report: null,
    questioned: [],
    alarms: [],
  };
}

interface AlarmRow {
  readonly itemId: string;
  readonly sha256: string;
  readonly others: number | string;
}

export type Alarms = ReadonlyMap<string, ItemFact['alarms']>;

/** Rule A4: by item, its files whose bytes also lie under another candidate, of whichever body. One query. */
export async function loadAlarms(reader: Reader, assessmentId: string): Promise<Alarms> {
  const rows: AlarmRow[] = await reader.sql`
    SELECT e.id AS "itemId", f.sha256, COUNT(DISTINCT oa.id) AS others
    FROM assessments a
      JOIN evidence_items e ON e.assessment_id = a.id
      JOIN evidence_files f ON f.item_id = COALESCE(e.origin_id, e.id)
      JOIN evidence_files o ON o.sha256 = f.sha256 AND o.item_id <> f.item_id
      JOIN evidence_items oe ON oe.id = o.item_id AND oe.assessment_id <> a.id
      JOIN assessments oa ON oa.id = oe.assessment_id AND oa.candidate_id <> a.candidate_id
    WHERE a.id = ${assessmentId}
    GROUP BY e.id, f.sha256 ORDER BY e.id, f.sha256`;
  const groups = groupBy(rows, ({ itemId }) => itemId);
  const alarm = ({ sha256, others }: AlarmRow) => ({ sha256, otherAssessmentCount: Number(others) });
  return new Map([...groups].map(([itemId, group]) => [itemId, group.map(alarm)]));
}
