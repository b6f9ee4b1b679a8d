import { type ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useApi } from '../api/use-api';
import { useWords } from '../i18n/words';
import { useHasRole, usePerson } from '../session/session';
import { useCurrentInView } from '../shell/use-current-in-view';
import { Page } from '../ui/page';
import css from './frame.module.css';
import { bodyWords } from './words';

/** The training body that the page is about: it stands in the address. */
export function useBodyId(): string {
  return useParams<{ bodyId: string }>().bodyId ?? '';
}

/** Every page of a training body: its menu beside it (above it on a phone), its name above the heading. */
export function BodyPage({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const bodyId = useBodyId();
  const body = useApi('/api/training-bodies/{id}', { params: { id: bodyId } });
  return (
    <div className={css.frame}>
      <Menu />
      <Page title={title} over={body.data?.name ?? '…'} actions={actions}>
        {children}
      </Page>
    </div>
  );
}

function Menu() {
  const menu = useCurrentInView<HTMLElement>();
  const say = useWords(bodyWords);
  const [location] = useLocation();
  const bodyId = useBodyId();
  const runs = useHasRole(['administrator', 'officer'], bodyId);
  const administers = useHasRole(['administrator'], bodyId);
  const packs = useHasRole(['administrator', 'officer', 'verifier'], bodyId);
  const home = `/bodies/${bodyId}`;
  const links = [
    [home, say.overview, runs],
    [`${home}/people`, say.people, runs],
    [`${home}/enrolment`, say.enrolment, runs],
    [`${home}/assessments`, say.assessments, runs],
    [`${home}/certificates`, say.certificates, runs],
    [`${home}/verification`, say.verification, true],
    [`${home}/audit`, say.audit, packs],
    ['/documents', say.documents, true],
    [`${home}/notices`, say.notices, administers],
    [`${home}/settings`, say.settings, runs],
  ] as const;
  const isHere = (to: string): boolean => (to === home ? location === home : location.startsWith(to));
  return (
    <nav ref={menu} className={css.menu} aria-label={say.menu}>
      <ul>
        {links
          .filter(([, , shown]) => shown)
          .map(([to, text]) => (
            <li key={to}>
              <Link to={to} aria-current={isHere(to) ? 'page' : undefined}>
                {text}
              </Link>
            </li>
          ))}
        <OtherBodies />
      </ul>
    </nav>
  );
}

/** The way to the other training bodies that one runs. */
function OtherBodies() {
  const here = useBodyId();
  const running = usePerson().memberships.filter(({ role }) => role === 'administrator' || role === 'officer');
  const others = new Set(running.map(({ bodyId }) => bodyId).filter((bodyId) => bodyId !== here));
  return others.size > 0 ? <Named ids={others} /> : null;
}

function Named({ ids }: { ids: ReadonlySet<string> }) {
  const say = useWords(bodyWords);
  const bodies = useApi('/api/training-bodies');
  return bodies.data
    ?.filter(({ id }) => ids.has(id))
    .map(({ id, name }) => (
      <li key={id}>
        <Link to={`/bodies/${id}`}>{say.toBody(name)}</Link>
      </li>
    ));
}
