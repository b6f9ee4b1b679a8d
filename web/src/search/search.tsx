import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useApi } from '../api/use-api';
import { useDelayed } from '../documents/use-delayed';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { useRunsBody } from '../session/session';
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
  const found = wanted !== '' && assessments && people ? documents.data : undefined;
  const documentResults: Result[] = (found?.items ?? []).map(({ id, name, code }) => ({
    to: `/documents/${id}`,
    name,
    about: code,
  }));
  const count = (assessments?.length ?? 0) + (people?.length ?? 0) + documentResults.length;
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
      <Results title={say.assessments} results={assessments ?? []} />
      <Results title={say.people} results={people ?? []} />
      <Results
        title={say.documents}
        results={documentResults}
        more={found?.next ? { to: `/documents?search=${encodeURIComponent(wanted)}`, name: say.more } : undefined}
      />
      {found && count === 0 && <Empty>{say.none}</Empty>}
    </Page>
  );
}

/** Assessments that the person may see: by candidate, document or cohort. */
function useAssessments(wanted: string) {
  const say = useWords(searchWords);
  const { data } = useApi('/api/assessments', { query: { search: wanted, limit: 30 }, when: wanted !== '' });
  const results = data?.items.map(({ id, candidate, document, cohort, attempt }) => ({
    to: `/assessments/${id}`,
    name: candidate.name,
    about: [document.code, document.name, cohort, attempt > 1 && say.attempt(attempt)].filter(Boolean).join(' · '),
  }));
  return wanted === '' ? [] : results;
}

/** People of the body that the person runs. */
function usePeople(wanted: string) {
  const running = useRunsBody();
  const bodyId = running ?? '';
  const { data } = useApi('/api/training-bodies/{bodyId}/people', {
    params: { bodyId },
    query: { search: wanted, limit: 30 },
    when: running !== undefined && wanted !== '',
  });
  const results = data?.items.map(({ id, name, email }) => ({
    to: `/bodies/${bodyId}/people/${id}`,
    name,
    about: email,
  }));
  return wanted === '' || !running ? [] : results;
}
