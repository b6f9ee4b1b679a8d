import { type DigestLine, type ReminderKind } from '../i18n/reminders.js';
import { type TextParams } from '../i18n/i18n.js';
import { dateIn } from '../common/clock.js';
import { groupBy } from '../common/group-by.js';

/** Something that waits for a person now. It is never stored: it is gone as soon as it was done. */
export interface Cause {
  kind: ReminderKind;
  /** The plan, request, record, qualification or, where there are several things, the assessment. */
  subjectId: string;
  assessmentId: string | null;
  bodyId: string;
  /** How many things wait together. */
  count: number;
  /** The instant since when the oldest has waited. */
  since: string;
  /** The last day for it, where there is one. */
  dueOn: string | null;
  /** What it is told with: `document`, and whose or what it is. */
  words: TextParams;
}

/** More of one kind are no list any more; those that have waited longest are in it. */
export const mostOfAKind = 200;

/** What is due first comes first, and then what has waited longest. */
export function byUrgency(a: Cause, b: Cause): number {
  const last = '9999-12-31';
  return compare(a.dueOn ?? last, b.dueOn ?? last) || compare(a.since, b.since) || compare(a.subjectId, b.subjectId);
}

/** How much of each kind waits, in the order of the kinds' first causes; nobody is named. */
export function digestOf(causes: readonly Cause[]): DigestLine[] {
  const kinds = groupBy(causes, ({ kind }) => kind);
  return [...kinds].map(([kind, own]) => ({
    kind,
    count: own.reduce((sum, { count }) => sum + count, 0),
    since: dateIn(own.map(({ since }) => since).sort()[0]!),
    dueOn: own.flatMap(({ dueOn }) => dueOn ?? []).sort()[0] ?? null,
  }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
