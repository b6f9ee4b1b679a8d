import { useAll } from '../../api/use-all';
import { type Item } from '../../api/use-api';
import { useBodyId } from '../frame';

/** What has become of an assessment, as the body that runs it counts: certified is more than competent. */
export const standings = ['open', 'competent', 'certified', 'not_yet_competent', 'decided', 'withdrawn'] as const;
export type Standing = (typeof standings)[number];

type Assessment = Pick<Item<'/api/assessments'>, 'id' | 'decidedAt' | 'withdrawnAt'>;

/** Tells how any assessment of this body stands; while outcomes are still being read, that there is one. */
export function useStandings(): (assessment: Assessment) => Standing {
  const params = { bodyId: useBodyId() };
  const certified = useAll('/api/training-bodies/{bodyId}/certificates', { params, query: { state: 'issued' } });
  const others = useAll('/api/training-bodies/{bodyId}/certificate-batches/preview', { params });
  const holders = new Set(certified.data?.map(({ assessmentId }) => assessmentId));
  const outcomes = new Map(others.data?.map(({ assessmentId, outcome }) => [assessmentId, outcome]));
  return ({ id, decidedAt, withdrawnAt }) => {
    if (withdrawnAt && !decidedAt) return 'withdrawn';
    if (!decidedAt) return 'open';
    return holders.has(id) ? 'certified' : (outcomes.get(id) ?? 'decided');
  };
}
