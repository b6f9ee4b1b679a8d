import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../shell/shell';
import { onlyFor } from './only-for';

/** Who runs the body, who looks at its work as well, and who answers for it. */
const runs = onlyFor('administrator', 'officer');
const looks = onlyFor('administrator', 'officer', 'verifier');
const administers = onlyFor('administrator');

const Overview = runs(() => import('./overview/overview').then(({ Overview: page }) => page));
const People = runs(() => import('./people/people').then(({ People: page }) => page));
const AddPerson = runs(() => import('./people/add-person').then(({ AddPerson: page }) => page));
const PersonPage = runs(() => import('./people/person').then(({ PersonPage: page }) => page));
const Enrolment = runs(() => import('./enrolment/enrolment').then(({ Enrolment: page }) => page));
const CsvEnrolment = runs(() => import('./enrolment/csv-enrolment').then(({ CsvEnrolment: page }) => page));
const Assessments = runs(() => import('./assessments/assessments').then(({ Assessments: page }) => page));
const Administration = runs(() => import('./assessments/administration').then(({ Administration: page }) => page));
const Certificates = runs(() => import('./certificates/certificates').then(({ Certificates: page }) => page));
const Batches = runs(() => import('./certificates/batches').then(({ Batches: page }) => page));
const BatchPage = runs(() => import('./certificates/batch').then(({ BatchPage: page }) => page));
const CertificatePage = runs(() => import('./certificates/certificate').then(({ CertificatePage: page }) => page));
const Verification = looks(() => import('./verification/verification').then(({ Verification: page }) => page));
const NewPlan = runs(() => import('./verification/new-plan').then(({ NewPlan: page }) => page));
const PlanPage = looks(() => import('./verification/plan').then(({ PlanPage: page }) => page));
const Register = looks(() => import('./people/register').then(({ Register: page }) => page));
const Deletion = administers(() => import('./audit/deletion').then(({ Deletion: page }) => page));
const Log = administers(() => import('./audit/log').then(({ Log: page }) => page));
const AgreementPage = looks(() => import('./verification/agreement').then(({ AgreementPage: page }) => page));
const Audit = looks(() => import('./audit/audit').then(({ Audit: page }) => page));
const Notices = administers(() => import('./notices/notices').then(({ Notices: page }) => page));
const Classes = lazy(() => import('./settings/classes').then(({ Classes: page }) => ({ default: page })));

const Rules = lazy(() => import('./settings/rules').then(({ Rules: page }) => ({ default: page })));

const Templates = administers(() => import('./settings/templates').then(({ Templates: page }) => page));
const Settings = lazy(() => import('./settings/settings').then(({ Settings: page }) => ({ default: page })));

const home = '/bodies/:bodyId';

/** The addresses of a training body, each page read when it is first opened. */
export function Body() {
  return (
    <Switch>
      <Route path={home} component={Overview} />
      <Route path={`${home}/people`} component={People} />
      <Route path={`${home}/people/new`} component={AddPerson} />
      <Route path={`${home}/people/register`} component={Register} />
      <Route path={`${home}/people/:userId`} component={PersonPage} />
      <Route path={`${home}/enrolment`} component={Enrolment} />
      <Route path={`${home}/enrolment/csv`} component={CsvEnrolment} />
      <Route path={`${home}/assessments`} component={Assessments} />
      <Route path={`${home}/assessments/:assessmentId`} component={Administration} />
      <Route path={`${home}/certificates`} component={Certificates} />
      <Route path={`${home}/certificates/batches`} component={Batches} />
      <Route path={`${home}/certificates/batches/:batchId`} component={BatchPage} />
      <Route path={`${home}/certificates/:certificateId`} component={CertificatePage} />
      <Route path={`${home}/verification`} component={Verification} />
      <Route path={`${home}/verification/agreement`} component={AgreementPage} />
      <Route path={`${home}/verification/plans/new`} component={NewPlan} />
      <Route path={`${home}/verification/plans/:planId`} component={PlanPage} />
      <Route path={`${home}/audit/deletion`} component={Deletion} />
      <Route path={`${home}/audit/log`} component={Log} />
      <Route path={`${home}/audit`} component={Audit} />
      <Route path={`${home}/notices`} component={Notices} />
      <Route path={`${home}/settings`} component={Settings} />
      <Route path={`${home}/settings/classes`} component={Classes} />
      <Route path={`${home}/settings/rules`} component={Rules} />
      <Route path={`${home}/settings/templates`} component={Templates} />
      <Route component={NotFound} />
    </Switch>
  );
}
