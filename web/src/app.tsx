import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Session } from './session/session';
import { NotFound, Shell } from './shell/shell';

const Home = lazy(() => import('./home/home').then(({ Home: page }) => ({ default: page })));
const Body = lazy(() => import('./body/body').then(({ Body: page }) => ({ default: page })));
const Account = lazy(() => import('./account/account').then(({ Account: page }) => ({ default: page })));
const Document = lazy(() => import('./documents/document').then(({ Document: page }) => ({ default: page })));
const Documents = lazy(() => import('./documents/documents').then(({ Documents: page }) => ({ default: page })));
const ImportDocument = lazy(() =>
  import('./documents/import-document').then(({ ImportDocument: page }) => ({ default: page })),
);
const ImportReport = lazy(() =>
  import('./documents/import-report').then(({ ImportReport: page }) => ({ default: page })),
);
const Installation = lazy(() =>
  import('./installation/installation').then(({ Installation: page }) => ({ default: page })),
);
const Notices = lazy(() => import('./notices/notices').then(({ Notices: page }) => ({ default: page })));
const Search = lazy(() => import('./search/search').then(({ Search: page }) => ({ default: page })));
const ThirdParty = lazy(() => import('./third-party/third-party').then(({ ThirdParty: page }) => ({ default: page })));
const OneAssessment = lazy(() =>
  import('./assessments/assessment').then(({ OneAssessment: page }) => ({ default: page })),
);
const Judging = lazy(() => import('./desk/judging/judging').then(({ Judging: page }) => ({ default: page })));
const Acknowledgement = lazy(() =>
  import('./candidate/acknowledgement').then(({ Acknowledgement: page }) => ({ default: page })),
);
const Certificates = lazy(() =>
  import('./candidate/certificates').then(({ Certificates: page }) => ({ default: page })),
);
const Declaration = lazy(() => import('./candidate/declaration').then(({ Declaration: page }) => ({ default: page })));
const HandIn = lazy(() => import('./candidate/hand-in').then(({ HandIn: page }) => ({ default: page })));
const ItemPage = lazy(() => import('./candidate/item-page').then(({ ItemPage: page }) => ({ default: page })));
const Field = lazy(() => import('./field/field').then(({ Field: page }) => ({ default: page })));
const Observe = lazy(() => import('./field/observe').then(({ Observe: page }) => ({ default: page })));
const Matrix = lazy(() => import('./desk/matrix/matrix').then(({ Matrix: page }) => ({ default: page })));
const Decision = lazy(() => import('./desk/verdict/decision').then(({ Decision: page }) => ({ default: page })));
const Records = lazy(() => import('./desk/records/records').then(({ Records: page }) => ({ default: page })));
const VerificationPage = lazy(() =>
  import('./verification/verification-page').then(({ VerificationPage: page }) => ({ default: page })),
);
const AppealPage = lazy(() => import('./appeals/appeal-page').then(({ AppealPage: page }) => ({ default: page })));
const Accesses = lazy(() => import('./accesses/accesses').then(({ Accesses: page }) => ({ default: page })));
const Planning = lazy(() => import('./desk/plan/planning').then(({ Planning: page }) => ({ default: page })));

/** Who comes by a one-time link needs no account; everybody else signs in. */
export function App() {
  return (
    <Switch>
      <Route path="/third-party">
        <Suspense>
          <ThirdParty />
        </Suspense>
      </Route>
      <Route>
        <Workspace />
      </Route>
    </Switch>
  );
}

/** The table of contents: every address of the application, each read when it is first opened. */
function Workspace() {
  return (
    <Session>
      <Shell>
        <Switch>
          <Route path="/">
            <Home />
          </Route>
          <Route path="/assessments/:id">{({ id }) => <OneAssessment id={id} />}</Route>
          <Route path="/assessments/:id/judging">{({ id }) => <Judging id={id} />}</Route>
          <Route path="/bodies/:bodyId/*?">
            <Body />
          </Route>
          <Route path="/assessments/:id/acknowledgement">{({ id }) => <Acknowledgement id={id} />}</Route>
          <Route path="/assessments/:id/declaration">{({ id }) => <Declaration id={id} />}</Route>
          <Route path="/assessments/:id/hand-in">{({ id }) => <HandIn id={id} />}</Route>
          <Route path="/assessments/:id/evidence/:itemId">
            {({ id, itemId }) => <ItemPage id={id} itemId={itemId} />}
          </Route>
          <Route path="/certificates">
            <Certificates />
          </Route>
          <Route path="/field">
            <Field />
          </Route>
          <Route path="/field/:assessmentId">{({ assessmentId }) => <Observe assessmentId={assessmentId} />}</Route>
          <Route path="/search">
            <Search />
          </Route>
          <Route path="/account">
            <Account />
          </Route>
          <Route path="/documents">
            <Documents />
          </Route>
          <Route path="/documents/import">
            <ImportDocument />
          </Route>
          <Route path="/documents/:id">{({ id }) => <Document id={id} />}</Route>
          <Route path="/documents/:id/report">{({ id }) => <ImportReport id={id} />}</Route>
          <Route path="/installation">
            <Installation />
          </Route>
          <Route path="/notices">
            <Notices />
          </Route>
          <Route path="/assessments/:id/matrix">{({ id }) => <Matrix id={id} />}</Route>
          <Route path="/assessments/:id/decision">{({ id }) => <Decision id={id} />}</Route>
          <Route path="/assessments/:id/records/*?">{({ id }) => <Records id={id} />}</Route>
          <Route path="/assessments/:id/planning">{({ id }) => <Planning id={id} />}</Route>
          <Route path="/appeals/:id">{({ id }) => <AppealPage id={id} />}</Route>
          <Route path="/assessments/:id/accesses">{({ id }) => <Accesses id={id} />}</Route>
          <Route path="/assessments/:id/verification">{({ id }) => <VerificationPage id={id} />}</Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Shell>
    </Session>
  );
}
