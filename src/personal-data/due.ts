import { deletionDates, type RetentionKind, retentionKinds, type RetentionReason } from '../after-verdict/retention.js';
import { dateIn, timeZone } from '../common/clock.js';
import { groupBy } from '../common/group-by.js';
import { sha256 } from '../common/ids.js';
import { type Reader } from '../database/database.js';
import { settingsAt } from '../settings/settings-at.js';
import { rootsOf } from './attempts.js';

/** Something open that keeps records. */
export interface Keeper {
  id: string;
  assessmentId: string;
}

export interface OpenHold extends Keeper {
  reason: string;
  placedAt: string;
}

/** One kind of an assessment's records, and when it is to be deleted. */
export interface DueRecord {
  assessmentId: string;
  candidateId: string;
  kind: RetentionKind;
  dueOn: string | null;
  because: RetentionReason;
  holds: OpenHold[];
  openAppeals: Keeper[];
  /** Nobody has decided or left it yet. */
  open: boolean;
  revision: number;
  /** Hash of all of it: whoever confirms a deletion says what they saw. */
  fingerprint: string;
}

interface Row {
  id: string;
  candidateId: string;
  previousId: string | null;
  enrolledAt: string;
  decidedAt: string | null;
  withdrawnAt: string | null;
  revision: number;
  outcome: string | null;
  appealUntil: string | null;
  appealId: string | null;
  appealSettledAt: string | null;
  lastReceivedAt: string | null;
  lastJudgedAt: string | null;
}

/**
 * What of a body's assessments is not deleted yet, with its dates, in a fixed number of queries; with `ids`, of their
 * candidates only. Attempts that followed one another rest on the same records: what keeps one keeps all.
 */
export async function loadDue(reader: Reader, bodyId: string, ids?: readonly string[]): Promise<DueRecord[]> {
  const { settings } = await settingsAt(reader, bodyId, null);
  const rows = await loadRows(reader, bodyId, ids);
  const holds: OpenHold[] = await reader.sql`
    SELECT h.id, h.assessment_id AS "assessmentId", h.reason, h.placed_at AS "placedAt"
    FROM retention_holds h JOIN assessments a ON a.id = h.assessment_id
    WHERE a.body_id = ${bodyId} AND h.released_at IS NULL ORDER BY h.id`;
  const buried: { assessmentId: string; kind: string }[] = await reader.sql`
    SELECT assessment_id AS "assessmentId", kind FROM tombstones WHERE body_id = ${bodyId}`;
  const deleted = new Set(buried.map(({ assessmentId, kind }) => `${assessmentId} ${kind}`));
  const roots = rootsOf(rows);
  const groups = groupBy(rows, ({ id }) => roots.get(id)!);
  const holdsOf = groupBy(holds, ({ assessmentId }) => roots.get(assessmentId) ?? '');
  return [...groups].flatMap(([root, attempts]) => {
    const kept = holdsOf.get(root) ?? [];
    const appeals = attempts.filter(({ appealId, appealSettledAt }) => appealId !== null && appealSettledAt === null);
    const facts = {
      ...closing(attempts),
      appealUntil: latest(attempts.flatMap((a) => [a.appealUntil, a.appealSettledAt && dateIn(a.appealSettledAt)])),
      openAppeal: appeals.length > 0,
      holds: kept.map(({ reason }) => ({ until: null, reason })),
      settings,
      zone: timeZone,
    };
    const openAppeals = appeals.map(({ id, appealId }) => ({ id: appealId!, assessmentId: id }));
    return attempts.flatMap(({ id, candidateId, decidedAt, withdrawnAt, outcome, revision }) => {
      // A certificate rests on the verdict; a verdict without one goes the way of its judgements.
      const dates = deletionDates({ ...facts, certificateIssued: outcome === 'competent' });
      const register = decidedAt === null ? null : (dates.register ?? dates.judgements);
      const known = { assessmentId: id, candidateId, holds: kept, openAppeals, revision: Number(revision) };
      return retentionKinds.flatMap((kind): DueRecord[] => {
        const date = kind === 'register' ? register : dates[kind];
        if (!date || deleted.has(`${id} ${kind}`)) return [];
        const { dueOn, because } = date;
        const fingerprint = sha256(JSON.stringify([id, kind, dueOn, because, Number(revision)]));
        return [{ ...known, kind, dueOn, because, open: !decidedAt && !withdrawnAt, fingerprint }];
      });
    });
  });
}

/** Whether the day has come; held back or not, what has no date is never due. */
export function isDue({ dueOn }: DueRecord, today: string): boolean {
  return dueOn !== null && dueOn <= today;
}

/** When a row of attempts came to its end; while one of them is open, only its last activity counts. */
function closing(attempts: readonly Row[]) {
  const lastVerdictAt = latest(attempts.map(({ decidedAt }) => decidedAt));
  const withdrawnAt = latest(attempts.map((attempt) => attempt.withdrawnAt));
  if (attempts.every((attempt) => attempt.decidedAt ?? attempt.withdrawnAt)) {
    return { lastVerdictAt, withdrawnAt, lastActivityAt: null };
  }
  const activity = attempts.flatMap(({ enrolledAt, lastReceivedAt, lastJudgedAt }) => [
    enrolledAt,
    lastReceivedAt,
    lastJudgedAt,
  ]);
  return { lastVerdictAt: null, withdrawnAt: null, lastActivityAt: latest([...activity, lastVerdictAt, withdrawnAt]) };
}

function latest(moments: readonly (string | null)[]): string | null {
  return moments.reduce((last, moment) => (moment !== null && (last === null || moment > last) ? moment : last), null);
}

async function loadRows(reader: Reader, bodyId: string, ids: readonly string[] | undefined): Promise<Row[]> {
  const everybody = ids ? 0 : 1;
  const named = (): string[] => [...(ids?.length ? ids : [''])];
  return reader.sql`
    SELECT a.id, a.candidate_id AS "candidateId", a.previous_id AS "previousId", a.enrolled_at AS "enrolledAt",
           a.decided_at AS "decidedAt", a.withdrawn_at AS "withdrawnAt", a.revision, v.outcome,
           n.appeal_until AS "appealUntil", p.id AS "appealId",
           COALESCE(d.decided_at, p.withdrawn_at) AS "appealSettledAt",
           (SELECT MAX(i.received_at) FROM evidence_items i WHERE i.assessment_id = a.id) AS "lastReceivedAt",
           (SELECT MAX(j.judged_at) FROM judgements j WHERE j.assessment_id = a.id) AS "lastJudgedAt"
    FROM assessments a
      LEFT JOIN verdicts v ON v.assessment_id = a.id
      LEFT JOIN verdict_notifications n ON n.verdict_id = v.id
      LEFT JOIN appeals p ON p.verdict_id = v.id
      LEFT JOIN appeal_decisions d ON d.appeal_id = p.id
    WHERE a.body_id = ${bodyId}
      AND (1 = ${everybody} OR a.candidate_id IN (SELECT c.candidate_id FROM assessments c WHERE c.id IN (${named})))
    ORDER BY a.id`;
}
