import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useApi, usePages } from '../api/use-api';
import { useDelayed } from '../documents/use-delayed';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { TextField } from '../ui/form';
import { Empty, Page } from '../ui/page';
import { Results, type Result } from './results';
import { searchWords } from './words';

/** Finds what the person may see: assessments and people by name, documents by every word in them. */
export function Search() {
  const [asked] = useSearchParams();
  const q = asked.get('q') ?? '';
  return <Asked key={q} q={q} />; // asked anew from the bar, it starts anew
}

function Asked({ q }: { q: string }) {
  const say = useWords(searchWords);
  const { number } = useFormats();
  const [text, setText] = useState(q);
  const { wanted } = useDelayed({ wanted: text.trim() });
  const assessments = useAssessments(wanted);
  const people = usePeople(wanted);
  const documents = useApi('/api/competency-documents', {
    query: { search: wanted, limit: 10, editions: 'latest' },
    when: wanted !== '',
  });
  const found = wanted === '' ? undefined : documents.data;
  const documentResults: Result[] = (found?.items ?? []).map(({ id, name, code }) => ({
    to: `/documents/${id}`,
    name,
    about: code,
  }));
  const count = assessments.length + people.length + documentResults.length;
  return (
    <Page title={say.title} narrow>
      <TextField
        name="q"
        type="search"
        label={say.label}
        hint={say.hint}
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p role="status">{wanted === '' ? say.start : found && say.found(number(count))}</p>
      <Results title={say.assessments} results={assessments} />
      <Results title={say.people} results={people} />
      <Results
        title={say.documents}
        results={documentResults}
        more={found?.next ? { to: `/documents?search=${encodeURIComponent(wanted)}`, name: say.more } : undefined}
      />
      {found && count === 0 && <Empty>{say.none}</Empty>}
    </Page>
  );
}

const has = (wanted: string, ...texts: (string | null)[]): boolean =>
  texts.some((text) => text?.toLowerCase().includes(wanted.toLowerCase()));

/** The API has no words to look for in assessments: all that the person sees are read, once, and looked through here. */
function useAssessments(wanted: string): Result[] {
  const say = useWords(searchWords);
  const { data = [], hasNextPage, isFetching, fetchNextPage } = usePages('/api/assessments', { query: { limit: 200 } });
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  if (wanted === '') return [];
  return data
    .filter(({ candidate, document, cohort }) => has(wanted, candidate.name, document.code, document.name, cohort))
    .slice(0, 30)
    .map(({ id, candidate, document, cohort, attempt }) => ({
      to: `/assessments/${id}`,
      name: candidate.name,
      about: [document.code, document.name, cohort, attempt > 1 && say.attempt(attempt)].filter(Boolean).join(' · '),
    }));
}

/** People of the body that the person runs. */
function usePeople(wanted: string): Result[] {
  const running = usePerson().memberships.find(({ role }) => role === 'administrator' || role === 'officer');
  const {
    data = [],
    hasNextPage,
    isFetching,
    fetchNextPage,
  } = usePages('/api/training-bodies/{bodyId}/people', {
    params: { bodyId: running?.bodyId ?? '' },
    query: { limit: 200 },
    when: running !== undefined,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  if (wanted === '' || !running) return [];
  return data
    .filter(({ name, email }) => has(wanted, name, email))
    .slice(0, 30)
    .map(({ id, name, email }) => ({ to: `/bodies/${running.bodyId}/people/${id}`, name, about: email }));
}
