import { Redirect, Route, Switch, useSearch } from 'wouter';
import { newId } from '../../api/new-id';
import { useHasRole, usePerson } from '../../session/session';
import { DeskPart } from '../part';
import { type Assessment, type Coverage } from '../types';
import { Blank } from './blank';
import { Invite } from './invite';
import { NewSitting } from './new-sitting';
import { ObservationPage } from './observation-page';
import { recordsOf } from './paths';
import { Product } from './product';
import { QuestioningPage } from './questioning-page';
import { RecordList } from './record-list';
import { ReportPage } from './report-page';
import { SittingPage } from './sitting-page';
import { type Around } from './types';

/** What assessors see, ask and have reported, from a blank page to a signed record. */
export function Records({ id }: { id: string }) {
  return (
    <DeskPart id={id} here="records">
      {(assessment, coverage) => <Inside assessment={assessment} coverage={coverage} />}
    </DeskPart>
  );
}

function Inside({ assessment, coverage }: { assessment: Assessment; coverage: Coverage }) {
  const me = usePerson();
  const manages = useHasRole(['administrator', 'officer'], assessment.bodyId);
  const isOpen = !assessment.decidedAt && !assessment.withdrawnAt;
  const duties = assessment.assignments.filter(({ person, endedAt }) => person.id === me.id && !endedAt);
  const assesses = duties.some(({ duty }) => duty !== 'verifier');
  const around: Around = {
    assessment,
    coverage,
    mayRecord: assesses && isOpen,
    leads: isOpen && duties.some(({ duty }) => duty === 'lead_assessor'),
    mayInvite: assesses || manages,
  };
  return (
    <Switch>
      <Route path="/assessments/:assessmentId/records">
        <RecordList around={around} />
      </Route>
      <Route path="/assessments/:assessmentId/records/blank">
        <Blank around={around} />
      </Route>
      <Route path="/assessments/:assessmentId/records/new/:what">
        {({ what }) => <New around={around} what={what} />}
      </Route>
      <Route path="/assessments/:assessmentId/records/:kind/:recordId">
        {({ kind, recordId }) => <One key={recordId} around={around} kind={kind} id={recordId} />}
      </Route>
      <Route>
        <All id={assessment.id} />
      </Route>
    </Switch>
  );
}

const All = ({ id }: { id: string }) => <Redirect to={recordsOf(id)} replace />;

function One({ around, kind, id }: { around: Around; kind: string; id: string }) {
  if (kind === 'observations') return <ObservationPage around={around} id={id} />;
  if (kind === 'questionings') return <QuestioningPage around={around} id={id} />;
  if (kind === 'sittings') return <SittingPage around={around} id={id} />;
  if (kind === 'reports') return <ReportPage around={around} id={id} />;
  return <All id={around.assessment.id} />;
}

function New({ around, what }: { around: Around; what: string }) {
  if (what === 'sittings') return <NewSitting around={around} />;
  if (what === 'invitations') return <Invite around={around} />;
  if (what === 'products') return <Product around={around} />;
  return <Begin at={recordsOf(around.assessment.id, what)} />;
}

/** A new record has its id, and so its address, before anything is written: to read the page again loses nothing. */
function Begin({ at }: { at: string }) {
  const search = useSearch();
  return <Redirect to={`${at}/${newId()}?${search}`} replace />;
}
