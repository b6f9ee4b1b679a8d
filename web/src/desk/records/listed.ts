import { type Answer } from '../../api/client';
import { type Kind } from './paths';

type ListedObservation = Answer<'/api/assessments/{assessmentId}/observations', 'get'>[number];
type ListedQuestioning = Answer<'/api/assessments/{assessmentId}/questionings', 'get'>[number];

export type RecordState = 'draft' | 'signed' | 'withdrawn';
export type Shown = 'all' | RecordState;

/** A record of whichever kind, as a line in a list. */
export interface Listed {
  id: string;
  number: number;
  title: string;
  kind: Kind;
  path: 'observations' | 'questionings';
  at: string;
  assessor: { id: string; name: string };
  state: RecordState;
  signedAt: string | null;
}

export const stateOf = ({ signedAt, withdrawnAt }: { signedAt: string | null; withdrawnAt: string | null }) =>
  withdrawnAt ? ('withdrawn' as const) : signedAt ? ('signed' as const) : ('draft' as const);

export const shows = (shown: Shown, { state }: Listed): boolean => shown === 'all' || shown === state;

/** Records of all kinds: what is not signed yet first, then the latest. */
export function listedOf(
  observations: readonly ListedObservation[],
  questionings: readonly ListedQuestioning[],
): Listed[] {
  const all = [
    ...observations.map((one) => ({ ...one, kind: one.form, path: 'observations' as const, at: one.startedAt })),
    ...questionings.map((one) => ({ ...one, kind: one.purpose, path: 'questionings' as const, at: one.askedAt })),
  ].map(({ id, number, title, kind, path, at, assessor, signedAt, withdrawnAt }): Listed => {
    const state = stateOf({ signedAt, withdrawnAt });
    return { id, number, title, kind, path, at, assessor, state, signedAt };
  });
  const isDone = ({ state }: Listed): number => Number(state !== 'draft');
  return all.sort((a, b) => isDone(a) - isDone(b) || b.number - a.number);
}
