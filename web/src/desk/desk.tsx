import { Redirect } from 'wouter';
import { useApi } from '../api/use-api';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Notice } from '../ui/notice';
import { Loaded } from '../ui/page';
import { Findings } from './findings';
import { DeskFrame, partOf } from './frame';
import { Gaps } from './gaps';
import { Attributions } from './attributions';
import { DeclareInterest, OwnInterest } from './interest';
import { Requests } from './requests';
import { Standing } from './standing';
import { type Assessment } from './types';
import { deskWords } from './words';

/** An assessment as its assessor sees it: where it stands, what is in the way, and what would close it. */
export function Desk({ assessment }: { assessment: Assessment }) {
  const say = useWords(deskWords);
  const me = usePerson();
  const coverage = useApi('/api/assessments/{id}/coverage', { params: { id: assessment.id } });
  const { assignments, interests, decidedAt, withdrawnAt } = assessment;
  const assesses = assignments.some(
    ({ person, duty, endedAt }) => person.id === me.id && !endedAt && duty !== 'verifier',
  );
  const closed = decidedAt !== null || withdrawnAt !== null;
  const mayChange = assesses && !closed;
  const leads = assignments.some(
    ({ person, duty, endedAt }) => person.id === me.id && !endedAt && duty === 'lead_assessor',
  );
  const declared = interests.find(({ userId }) => userId === me.id);
  if (coverage.error?.code === 'blind_review') return <Redirect to={partOf(assessment.id, 'verification')} replace />;
  return (
    <DeskFrame assessment={assessment} here="overview">
      {closed && <Notice title={say.closed} />}
      {mayChange && !declared && <DeclareInterest assessmentId={assessment.id} />}
      <Loaded of={coverage}>
        {(covered) => (
          <>
            <Standing coverage={covered} mayChange={mayChange} />
            <Findings coverage={covered} mayWaive={mayChange && leads} mayAsk={mayChange} />
            <Gaps coverage={covered} mayChange={mayChange} />
            <Attributions coverage={covered} mayChange={mayChange} />
            {assesses && <Requests coverage={covered} mayChange={mayChange} />}
            {declared && <OwnInterest assessmentId={assessment.id} declared={declared} mayChange={mayChange} />}
          </>
        )}
      </Loaded>
    </DeskFrame>
  );
}
