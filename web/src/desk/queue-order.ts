import { type Answer } from '../api/client';

type Reminder = Answer<'/api/me/reminders', 'get'>[number];
interface Listed {
  id: string;
  candidate: { id: string };
  enrolledAt: string;
  decidedAt: string | null;
  withdrawnAt: string | null;
}

export interface Waiting<A> {
  assessment: A;
  causes: Reminder[];
  /** The instant since when the oldest of them has waited. */
  since: string | undefined;
}

/** What the queue says of an assessment, and the start page need not say again. */
export const assessorKinds: ReadonlySet<Reminder['kind']> = new Set([
  'claims_unjudged',
  'record_unsigned',
  'request_overdue',
  'interest_undeclared',
]);

/** Assessments of others with what waits in them, longest first; after them those where nothing does. */
export function queueOf<A extends Listed>(listed: readonly A[], reminders: readonly Reminder[], me: string) {
  const others = listed.filter(({ candidate }) => candidate.id !== me);
  const open = others.filter(({ decidedAt, withdrawnAt }) => !decidedAt && !withdrawnAt);
  const waiting = open.map((assessment): Waiting<A> => {
    const causes = reminders.filter(
      ({ kind, assessmentId }) => assessmentId === assessment.id && assessorKinds.has(kind),
    );
    return { assessment, causes, since: causes.map(({ since }) => since).sort()[0] };
  });
  const last = '9999';
  waiting.sort(
    (a, b) =>
      (a.since ?? last).localeCompare(b.since ?? last) ||
      a.assessment.enrolledAt.localeCompare(b.assessment.enrolledAt),
  );
  return { waiting, closed: others.filter(({ decidedAt, withdrawnAt }) => decidedAt || withdrawnAt) };
}
