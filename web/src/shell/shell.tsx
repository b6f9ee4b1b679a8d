import { Component, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'wouter';
import { useSend } from '../api/use-api';
import { Unsent } from '../field/unsent';
import { useWords } from '../i18n/words';
import { SearchBox } from '../search/search-box';
import { useHasRole, usePerson, useRunsBody } from '../session/session';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { uiWords } from '../ui/words';
import { Brand } from './brand';
import { Preferences } from './preferences';
import css from './shell.module.css';
import { useCurrentInView } from './use-current-in-view';
import { shellWords } from './words';

const watchLine = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Whether the device says that it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(watchLine, () => navigator.onLine);
}

/** Bar and menu around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const say = useWords(shellWords);
  const ui = useWords(uiWords);
  const online = useOnline();
  const [location] = useLocation();
  const keep = useSend('patch', '/api/me', { stale: ['/api/me'] });
  return (
    <>
      <a className={css.skip} href="#main">
        {say.skip}
      </a>
      <header className={css.bar}>
        <Link to="/" className={css.brand}>
          <Brand />
        </Link>
        <Menu />
        <Unsent />
        <SearchBox />
        <Preferences onLocale={(next) => keep.mutate({ body: { locale: next } })} />
      </header>
      {!online && (
        <div className={css.offline} role="status">
          {say.offline}
        </div>
      )}
      <main id="main" tabIndex={-1}>
        <Boundary key={location} title={say.broken} help={say.brokenHelp} again={ui.fresh}>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </Boundary>
      </main>
    </>
  );
}

function Menu() {
  const menu = useCurrentInView<HTMLElement>();
  const say = useWords(shellWords);
  const [location] = useLocation();
  const person = usePerson();
  const isAssessor = useHasRole(['assessor']);
  const isCandidate = useHasRole(['candidate']);
  const running = useRunsBody();
  const verifying = person.memberships.find(({ role }) => role === 'verifier');
  const links = [
    ['/', say.work, true],
    ['/field', say.field, isAssessor],
    [`/bodies/${running ?? ''}`, say.body, running !== undefined],
    [`/bodies/${verifying?.bodyId ?? ''}/verification`, say.verification, !running && verifying !== undefined],
    ['/documents', say.documents, !isCandidate || running !== undefined || verifying !== undefined || isAssessor],
    ['/certificates', say.certificates, isCandidate],
    ['/installation', say.installation, person.operator],
    ['/notices', say.notices, true],
    ['/account', say.account, true],
  ] as const;
  const isHere = (to: string): boolean => (to === '/' ? location === '/' : location.startsWith(to));
  return (
    <nav ref={menu} className={css.nav} aria-label={say.main}>
      {links
        .filter(([, , shown]) => shown)
        .map(([to, label]) => (
          <Link key={to} to={to} aria-current={isHere(to) ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      <Link to="/search" className={css.small} aria-current={isHere('/search') ? 'page' : undefined}>
        {say.search}
      </Link>
    </nav>
  );
}

function Waiting() {
  return (
    <p role="status" className="unseen">
      {useWords(uiWords).loading}
    </p>
  );
}

export function NotFound() {
  const say = useWords(shellWords);
  return (
    <Page title={say.notFound} narrow>
      <p>{say.notFoundHelp}</p>
      <div>
        <ButtonLink to="/">{say.goHome}</ButtonLink>
      </div>
    </Page>
  );
}

/** What goes wrong on one page leaves the rest of the application standing. */
class Boundary extends Component<
  { title: string; help: string; again: string; children: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Page title={this.props.title} narrow>
        <Notice tone="gap">
          <p>{this.props.help}</p>
          <div>
            <Button onClick={() => window.location.reload()}>{this.props.again}</Button>
          </div>
        </Notice>
      </Page>
    );
  }
}
