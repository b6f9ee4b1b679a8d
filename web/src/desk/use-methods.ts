import { useApi } from '../api/use-api';
import { type Assessment } from './types';

/** The methods of the document, and those of the plan's own, by the key that records and claims name them by. */
export function useMethods({ id, document }: Assessment): { key: string; name: string }[] {
  const read = useApi('/api/competency-documents/{id}', { params: { id: document.id } });
  const planned = useApi('/api/assessments/{assessmentId}/plan/proposal', { params: { assessmentId: id } });
  const methods = read.data?.items.filter(({ type }) => type === 'method') ?? [];
  const own = planned.data?.methods.filter(({ source }) => source === 'own') ?? [];
  return [...methods.map(({ ref, code, text }) => ({ key: ref, name: `${code} ${text}` })), ...own];
}
