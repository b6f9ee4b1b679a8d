import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type Answer, Problem, speakAs } from '../api/client';
import { useApi } from '../api/use-api';
import { keepOnly, keptPerson } from '../field/kept/person';
import { useKept } from '../field/use-kept';
import { Loaded, Page } from '../ui/page';
import { Notice, ProblemNotice } from '../ui/notice';
import { type Locale, useWords } from '../i18n/words';
import { useChooseLocale } from '../shell/locale';
import { ChangePassword } from './change-password';
import { SignIn } from './sign-in';
import { sessionWords } from './words';

/** Whoever is signed in; anybody else is known without what only they are told. */
export type Me = Answer<'/api/me', 'get'>;
export type Person = Omit<Me, 'operator'>;
export type Role = Person['memberships'][number]['role'];

const PersonContext = createContext<Me | null>(null);

/** Who is signed in. Only inside `Session`. */
export function usePerson(): Me {
  const person = useContext(PersonContext);
  if (!person) throw new Error('Nobody is signed in here');
  return person;
}

const SignInContext = createContext<(() => void) | null>(null);

/** Of who goes on in the field although their session has ended: the way to sign in again; else null. */
export function useSignInAgain(): (() => void) | null {
  return useContext(SignInContext);
}

/** Whether the signed-in person has one of these roles, at this body or at any. */
export function useHasRole(roles: readonly Role[], bodyId?: string): boolean {
  return usePerson().memberships.some((one) => roles.includes(one.role) && (!bodyId || one.bodyId === bodyId));
}

/** The training body that the person runs, if any: the first of several. */
export function useRunsBody(): string | undefined {
  return usePerson().memberships.find(({ role }) => role === 'administrator' || role === 'officer')?.bodyId;
}

/** What is inside is shown to who is signed in; to anybody else the way in. */
export function Session({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const session = useApi('/api/session');
  const say = useWords(sessionWords);
  if (session.data) speakAs({ csrfToken: session.data.csrfToken });
  useEffect(() => {
    // Whatever finds the session ended shows the way in, and what is on the screen comes back after it.
    return queries.getQueryCache().subscribe(({ query }) => {
      const error: unknown = query.state.error;
      if (
        error instanceof Problem &&
        error.status === 401 &&
        (query.queryKey as unknown[])[0] !== '/api/session' &&
        session.data
      )
        void queries.invalidateQueries({ queryKey: ['/api/session'] });
    });
  }, [queries, session.data]);
  const isIn = session.data !== undefined && !session.data.passwordChangeRequired;
  const me = useApi('/api/me', { when: isIn });
  useEffect(() => {
    if (me.data) void keepOnly(me.data).catch(() => undefined);
  }, [me.data]);
  const comeIn = useOwnLocale(me.data);
  const away = useAway(session);
  const before = useKept(['person'], keptPerson).data;
  const ended = session.error?.status === 401;
  const [oneTime, setOneTime] = useState('');
  const [asked, setAsked] = useState(false);
  if (asked && !ended) setAsked(false);
  const inField = useLocation()[0].startsWith('/field');
  // Who took work along goes on with it while the server cannot be reached; and when the session ends in the middle of an
  // observation, until they choose to sign in: the next moment there may be no network to do so.
  const goesOn = ended && inField && before && !asked;
  if (ended && !goesOn) return <SignIn onSignedIn={comeIn} onOneTime={setOneTime} />;
  if (session.data?.passwordChangeRequired) return <ChangePassword first oneTime={oneTime} />;
  // Back on the line, the page stays as it is while who they are is read once more.
  const isBack = session.data !== undefined && session.data.userId === before?.id && !me.error;
  const person = me.data ?? (away || goesOn || isBack ? before : undefined);
  if (person) {
    return (
      <PersonContext.Provider value={person}>
        <SignInContext.Provider value={goesOn ? () => setAsked(true) : null}>
          {person.memberships.length === 0 && <Notice tone="wait" title={say.noMembership} />}
          {children}
        </SignInContext.Provider>
      </PersonContext.Provider>
    );
  }
  const { error, refetch } = session.error ? session : me;
  if (error) {
    return (
      <Page title={say.unreachable} narrow>
        <ProblemNotice problem={error} retry={() => void refetch()} />
      </Page>
    );
  }
  return <Loaded of={{ data: undefined, error: null, refetch }}>{() => null}</Loaded>;
}

/** Who comes in reads on in their own language, unless they have just chosen another. Answers what is told of it. */
function useOwnLocale(me: Me | undefined): (choseLocale: boolean) => void {
  const choose = useChooseLocale();
  const comesIn = useRef(false);
  useEffect(() => {
    if (!me || !comesIn.current) return;
    comesIn.current = false;
    choose(me.locale as Locale);
  }, [me, choose]);
  return (choseLocale) => {
    comesIn.current = !choseLocale;
  };
}

/** Whether the server could not be reached when the page was opened; until it is, it is asked again and again. */
function useAway({ data, error, failureReason, refetch }: ReturnType<typeof useApi<'/api/session'>>): boolean {
  const [away, setAway] = useState(false);
  const isLost = data === undefined && (failureReason?.offline ?? error?.offline ?? false);
  if (isLost && !away) setAway(true);
  if (away && (data !== undefined || error?.status === 401)) setAway(false);
  useEffect(() => {
    if (!away) return undefined;
    const ask = (): void => void refetch();
    const timer = setInterval(ask, 20_000);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
    };
  }, [away, refetch]);
  return away;
}
