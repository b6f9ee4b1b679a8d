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
const Assessments = lazy(() =>
  import('./assessments/assessments').then(({ Assessments: page }) => ({ default: page })),
);
const Administration = lazy(() =>
  import('./assessments/administration').then(({ Administration: page }) => ({ default: page })),
);
const Certificates = lazy(() =>
  import('./certificates/certificates').then(({ Certificates: page }) => ({ default: page })),
);
const Batches = lazy(() => import('./certificates/batches').then(({ Batches: page }) => ({ default: page })));
const BatchPage = lazy(() => import('./certificates/batch').then(({ BatchPage: page }) => ({ default: page })));
const CertificatePage = lazy(() =>
  import('./certificates/certificate').then(({ CertificatePage: page }) => ({ default: page })),
);
const Verification = lazy(() =>
  import('./verification/verification').then(({ Verification: page }) => ({ default: page })),
);
const NewPlan = lazy(() => import('./verification/new-plan').then(({ NewPlan: page }) => ({ default: page })));
const PlanPage = lazy(() => import('./verification/plan').then(({ PlanPage: page }) => ({ default: page })));
const Register = lazy(() => import('./people/register').then(({ Register: page }) => ({ default: page })));
const Deletion = lazy(() => import('./audit/deletion').then(({ Deletion: page }) => ({ default: page })));
const Log = lazy(() => import('./audit/log').then(({ Log: page }) => ({ default: page })));
const AgreementPage = lazy(() =>
  import('./verification/agreement').then(({ AgreementPage: page }) => ({ default: page })),
);
const Audit = lazy(() => import('./audit/audit').then(({ Audit: page }) => ({ default: page })));
const Notices = lazy(() => import('./notices/notices').then(({ Notices: page }) => ({ default: page })));
const Classes = lazy(() => import('./settings/classes').then(({ Classes: page }) => ({ default: page })));
const Rules = lazy(() => import('./settings/rules').then(({ Rules: page }) => ({ default: page })));
const Templates = lazy(() => import('./settings/templates').then(({ Templates: page }) => ({ default: page })));
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
