import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { Session } from './session/session';
import { NotFound, Shell } from './shell/shell';

const Home = lazy(() => import('./home/home').then(({ Home: page }) => ({ default: page })));

/** The table of contents: every address of the application, each read when it is first opened. */
export function App() {
  return (
    <Session>
      <Shell>
        <Switch>
          <Route path="/">
            <Home />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Shell>
    </Session>
  );
}
