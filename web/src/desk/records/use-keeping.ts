import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { keyOf } from '../../api/use-api';
import { useDraft } from '../../drafts/use-draft';
import { recordPaths } from './stale';
import { type Observation, type ObservationInput, type Questioning, type QuestioningInput } from './types';

interface Written<Content, Input, Kept> {
  id: string;
  begin: Content;
  /** What the server holds of it; null if nothing yet. */
  kept: Kept | null;
  inputOf: (content: Content) => Input;
}

/** The content of a record, and that every change of it is kept. */
function useKeeping<Content, Input, Kept>(
  { begin, kept, inputOf }: Written<Content, Input, Kept>,
  put: (input: Input, kept: Kept | null) => Promise<Kept>,
  path: '/api/observations/{id}' | '/api/questionings/{id}',
  id: string,
) {
  const queries = useQueryClient();
  const [content, setContent] = useState(begin);
  const { draft, saving } = useDraft<Input, Kept | null>(
    { state: 'new' },
    inputOf(begin),
    kept,
    async (input, before) => {
      const after = await put(input, before);
      queries.setQueryData(keyOf(path, { id }, null), after);
      for (const one of recordPaths) void queries.invalidateQueries({ queryKey: [one] });
      return after;
    },
  );
  return {
    content,
    saving,
    change: (part: Partial<Content>): void => {
      const next = { ...content, ...part };
      setContent(next);
      draft.change(inputOf(next));
    },
    /** All of it is with the server when this resolves. */
    keep: async (): Promise<void> => {
      draft.change(inputOf(content));
      await draft.flush();
    },
  };
}

const onlyIf = (kept: { revision: number } | null): Record<string, string> =>
  kept ? { 'If-Match': `"${kept.revision}"` } : {};

export function useKeptObservation<Content>(
  assessmentId: string,
  written: Written<Content, ObservationInput, Observation>,
) {
  const { id } = written;
  return useKeeping(
    written,
    (body, kept) =>
      call('put', '/api/assessments/{assessmentId}/observations/{id}', {
        params: { assessmentId, id },
        body,
        headers: onlyIf(kept),
      }),
    '/api/observations/{id}',
    id,
  );
}

export function useKeptQuestioning<Content>(
  assessmentId: string,
  written: Written<Content, QuestioningInput, Questioning>,
) {
  const { id } = written;
  return useKeeping(
    written,
    (body, kept) =>
      call('put', '/api/assessments/{assessmentId}/questionings/{id}', {
        params: { assessmentId, id },
        body,
        headers: onlyIf(kept),
      }),
    '/api/questionings/{id}',
    id,
  );
}
