import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { type PlanContent } from '../plans/plan.entity.js';
import { type Instant, type PlanFact } from './facts.js';
import { idList } from './id-list.js';

interface VersionRow {
  readonly id: string;
  readonly assessmentId: string;
  readonly version: number;
  readonly madeAt: Instant;
  readonly acknowledgedAt: Instant | null;
}

interface ContentRow {
  readonly id: string;
  readonly content: string;
}

/**
 * The plan of each of these assessments that held at the moment it is measured at, by assessment, in two queries: of
 * many versions only the one that held is read whole. An assessment without a plan is not in the answer.
 */
export async function loadPlans(
  reader: Reader,
  assessments: readonly { readonly id: string; readonly at: Instant }[],
): Promise<Map<string, PlanFact>> {
  const rows: VersionRow[] = await reader.sql`
    SELECT p.id, p.assessment_id AS "assessmentId", p.version, p.made_at AS "madeAt",
           k.acknowledged_at AS "acknowledgedAt"
    FROM plans p
      JOIN assessments a ON a.id = p.assessment_id
      LEFT JOIN plan_acknowledgements k ON k.plan_id = p.id AND k.user_id = a.candidate_id
    WHERE p.assessment_id IN (${idList(assessments.map(({ id }) => id))}) ORDER BY p.version`;
  const versionsOf = groupBy(rows, ({ assessmentId }) => assessmentId);
  const held = assessments.flatMap(({ id, at }) => {
    const versions = (versionsOf.get(id) ?? []).filter(({ madeAt }) => madeAt <= at);
    const row = versions.at(-1);
    return row ? [{ row, acknowledged: versions.flatMap((version) => acknowledgedBy(version, at)).sort(), at }] : [];
  });
  const contents = await contentsOf(
    reader,
    held.map(({ row }) => row.id),
  );
  return new Map(
    held.map(({ row, acknowledged, at }) => [row.assessmentId, planFact(row, contents.get(row.id)!, acknowledged, at)]),
  );
}

function planFact(row: VersionRow, content: PlanContent, acknowledged: readonly Instant[], at: Instant): PlanFact {
  return {
    version: row.version,
    madeAt: row.madeAt,
    methods: content.methods,
    contexts: content.contexts.flatMap(({ ref, available, reason }) => {
      return available === null ? [] : [{ ref, available, reason }];
    }),
    adjustments: content.adjustments,
    acknowledgedAt: acknowledgedBy(row, at)[0] ?? null,
    firstAcknowledgedAt: acknowledged[0] ?? null,
  };
}

/** What happened later is not seen. */
function acknowledgedBy({ acknowledgedAt }: VersionRow, at: Instant): Instant[] {
  return acknowledgedAt !== null && acknowledgedAt <= at ? [acknowledgedAt] : [];
}

async function contentsOf(reader: Reader, planIds: readonly string[]): Promise<Map<string, PlanContent>> {
  // An `IN` list may not be empty.
  const list = idList(planIds.length > 0 ? planIds : ['']);
  const rows: ContentRow[] = await reader.sql`SELECT id, content FROM plans WHERE id IN (${list})`;
  return new Map(rows.map(({ id, content }) => [id, JSON.parse(content) as PlanContent]));
}
