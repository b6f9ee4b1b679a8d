import { lazy } from 'react';
import { useApi } from '../api/use-api';
import { usePerson } from '../session/session';
import { LoadedPage } from '../ui/page';

const CandidatePage = lazy(() =>
  import('../candidate/candidate-page').then(({ CandidatePage: page }) => ({ default: page })),
);
const Desk = lazy(() => import('../desk/desk').then(({ Desk: page }) => ({ default: page })));

/** An assessment, as the person who opens it works with it: its candidate, or those who assess and answer for it. */
export function OneAssessment({ id }: { id: string }) {
  const me = usePerson();
  const assessment = useApi('/api/assessments/{id}', { params: { id } });
  return (
    <LoadedPage of={assessment}>
      {(read) => (read.candidate.id === me.id ? <CandidatePage assessment={read} /> : <Desk assessment={read} />)}
    </LoadedPage>
  );
}
