import { type RuleSettings } from '../settings/rule-settings.js';
import { addDays, addMonths, dayIn, isDate } from '../sufficiency/dates.js';
import { type DateOnly, type Instant } from '../sufficiency/facts.js';

/** What is deleted at a time of its own: evidence and its files, judgements and verdict, the register's entry. */
export const retentionKinds = ['evidence', 'judgements', 'register'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** What the date follows from; texts are `because.…`. */
export const retentionReasons = ['policy', 'appeal', 'hold', 'open_appeal', 'undecided'] as const;
export type RetentionReason = (typeof retentionReasons)[number];

/** Days that records are kept after an appeal could last have been made or was settled. */
export const daysAfterAppeal = 30;

export interface RetentionFacts {
  /** Of all attempts that rest on the same records. */
  readonly lastVerdictAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** When anything was last changed; counts only while there is neither verdict nor withdrawal. */
  readonly lastActivityAt: Instant | null;
  /** The last day of the appeal: of the window, or of its settlement where that was later. */
  readonly appealUntil: DateOnly | null;
  readonly openAppeal: boolean;
  /** `until` is null while a hold is open-ended. */
  readonly holds: readonly { readonly until: DateOnly | null; readonly reason: string }[];
  readonly settings: Pick<RuleSettings, 'evidenceYears' | 'judgementYears' | 'certificateYears'>;
  readonly certificateIssued: boolean;
  /** The time zone in which moments become days. */
  readonly zone: string;
}

/** From `dueOn` on the records are to be deleted; null while something open keeps them. */
export interface DeletionDate {
  readonly dueOn: DateOnly | null;
  readonly because: RetentionReason;
}

function byPolicy(facts: RetentionFacts, years: number): DeletionDate {
  const closedAt = facts.lastVerdictAt ?? facts.withdrawnAt;
  const because = closedAt === null ? 'undecided' : 'policy';
  const from = dayIn(facts.zone, closedAt ?? facts.lastActivityAt ?? '');
  return { dueOn: from && addMonths(from, years * 12), because };
}

function deletionDate(facts: RetentionFacts, years: number): DeletionDate {
  if (facts.openAppeal) return { dueOn: null, because: 'open_appeal' };
  if (facts.holds.some(({ until }) => !isDate(until))) return { dueOn: null, because: 'hold' };
  const dates: DeletionDate[] = [byPolicy(facts, years)];
  if (isDate(facts.appealUntil)) dates.push({ dueOn: addDays(facts.appealUntil, daysAfterAppeal), because: 'appeal' });
  for (const { until } of facts.holds) dates.push({ dueOn: until, because: 'hold' });
  return dates.reduce((latest, date) => (isLater(date, latest) ? date : latest));
}

/** What has no date yet is later than any. */
function isLater(one: DeletionDate, other: DeletionDate): boolean {
  return other.dueOn !== null && (one.dueOn === null || one.dueOn > other.dueOn);
}

/**
 * When each kind of record is to be deleted: the latest of the policy's years after the last verdict (or the
 * withdrawal; without either, after the last activity), 30 days after the appeal's end, and the holds. The register
 * has an entry only where a certificate was issued.
 * Source: domain.md R1.
 */
export function deletionDates(facts: RetentionFacts): Record<RetentionKind, DeletionDate | null> {
  const { evidenceYears, judgementYears, certificateYears } = facts.settings;
  return {
    evidence: deletionDate(facts, evidenceYears),
    judgements: deletionDate(facts, judgementYears),
    register: facts.certificateIssued ? deletionDate(facts, certificateYears) : null,
  };
}
