import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../shell/shell';

const Overview = lazy(() => import('./overview/overview').then(({ Overview: page }) => ({ default: page })));
const People = lazy(() => import('./people/people').then(({ People: page }) => ({ default: page })));
const AddPerson = lazy(() => import('./people/add-person').then(({ AddPerson: page }) => ({ default: page })));
const PersonPage = lazy(() => import('./people/person').then(({ PersonPage: page }) => ({ default: page })));
const Enrolment = lazy(() => import('./enrolment/enrolment').then(({ Enrolment: page }) => ({ default: page })));
const CsvEnrolment = lazy(() =>
  import('./enrolment/csv-enrolment').then(({ CsvEnrolment: page }) => ({ default: page })),
);

const home = '/bodies/:bodyId';

/** The addresses of a training body, each page read when it is first opened. */
export function Body() {
  return (
    <Switch>
      <Route path={home} component={Overview} />
      <Route path={`${home}/people`} component={People} />
      <Route path={`${home}/people/new`} component={AddPerson} />
      <Route path={`${home}/people/:userId`} component={PersonPage} />
      <Route path={`${home}/enrolment`} component={Enrolment} />
      <Route path={`${home}/enrolment/csv`} component={CsvEnrolment} />
      <Route component={NotFound} />
    </Switch>
  );
}
