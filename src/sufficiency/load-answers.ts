import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { type AttributionFact, type Instant, type WaiverFact } from './facts.js';
import { idList } from './id-list.js';

/** What assessors answered to warnings (waivers) and to rule S4 (attributions), by assessment. */
export interface Answers {
  readonly waivers: ReadonlyMap<string, readonly WaiverFact[]>;
  readonly attributions: ReadonlyMap<string, readonly AttributionFact[]>;
}

interface WaiverRow extends Omit<WaiverFact, 'targets' | 'items'> {
  readonly assessmentId: string;
  readonly targets: string;
  readonly items: string;
  readonly withdrawnAt: Instant | null;
}

interface AttributionRow extends AttributionFact {
  readonly assessmentId: string;
  readonly withdrawnAt: Instant | null;
}

/** The answers that stood at the moment each assessment is measured at, in two queries. */
export async function loadAnswers(
  reader: Reader,
  assessments: readonly { readonly id: string; readonly at: Instant }[],
): Promise<Answers> {
  const list = idList(assessments.map(({ id }) => id));
  const waivers: WaiverRow[] = await reader.sql`
    SELECT w.assessment_id AS "assessmentId", w.id, w.rule, w.problem, w.targets, w.items, w.reason,
           w.waived_by AS "by", u.name AS "byName", w.waived_at AS "at", b.withdrawn_at AS "withdrawnAt"
    FROM waivers w JOIN users u ON u.id = w.waived_by LEFT JOIN waiver_withdrawals b ON b.id = w.id
    WHERE w.assessment_id IN (${list}) ORDER BY w.waived_at, w.id`;
  const attributions: AttributionRow[] = await reader.sql`
    SELECT assessment_id AS "assessmentId", target_ref AS "targetRef", through_ref AS "throughRef",
           stated_by AS "by", stated_at AS "at", withdrawn_at AS "withdrawnAt"
    FROM attributions WHERE assessment_id IN (${list}) ORDER BY stated_at, id`;
  const measured = new Map(assessments.map(({ id, at }) => [id, at]));
  const stood = ({ assessmentId, at, withdrawnAt }: WaiverRow | AttributionRow): boolean => {
    const then = measured.get(assessmentId)!;
    return at <= then && (withdrawnAt === null || withdrawnAt > then);
  };
  return {
    waivers: byAssessment(waivers.filter(stood), waiverFact),
    attributions: byAssessment(attributions.filter(stood), attributionFact),
  };
}

function byAssessment<Row extends { readonly assessmentId: string }, Fact>(
  rows: readonly Row[],
  fact: (row: Row) => Fact,
): Map<string, Fact[]> {
  return new Map([...groupBy(rows, ({ assessmentId }) => assessmentId)].map(([id, own]) => [id, own.map(fact)]));
}

function waiverFact({ id, rule, problem, targets, items, reason, by, byName, at }: WaiverRow): WaiverFact {
  const concerns = { targets: JSON.parse(targets) as string[], items: JSON.parse(items) as string[] };
  return { id, rule, problem, ...concerns, reason, by, byName, at };
}

function attributionFact({ targetRef, throughRef, by, at }: AttributionRow): AttributionFact {
  return { targetRef, throughRef, by, at };
}
