import { useMemo } from 'react';
import { useAll } from '../api/use-all';
import { useBodyId } from './frame';

/** The units and standards there are, their latest editions. */
export function useDocuments() {
  return useAll('/api/competency-documents', {});
}

/** Everybody at this body, or those with a role. */
export function usePeople(role?: 'assessor' | 'verifier' | 'candidate', when = true) {
  return useAll('/api/training-bodies/{bodyId}/people', {
    params: { bodyId: useBodyId() },
    query: { ...(role && { role }) },
    when,
  });
}

/** Every assessment of this body: what cohorts and units there are can be told from nothing else. */
export function useAssessments() {
  return useAll('/api/assessments', { query: { bodyId: useBodyId() } });
}

/** What people call an assessment: whose it is and of what; empty until they are read. */
export function useAssessmentNames(): (id: string) => string {
  const { data } = useAssessments();
  const names = useMemo(
    () => new Map(data?.map(({ id, candidate, document }) => [id, `${candidate.name} ${document.code}`])),
    [data],
  );
  return (id) => names.get(id) ?? '…';
}

/** Labels of cohorts in the order that people expect: with numbers as numbers. */
export function cohortsOf(rows: readonly { cohort: string | null }[]): string[] {
  const labels = new Set(rows.flatMap(({ cohort }) => (cohort ? [cohort] : [])));
  return [...labels].sort((a, b) => a.localeCompare(b, 'zh-TW', { numeric: true }));
}

/** The documents that occur in rows, by code. */
export function documentsOf<T extends { id: string; code: string }>(rows: readonly { document: T }[]): T[] {
  const known = new Map(rows.map(({ document }) => [document.id, document]));
  return [...known.values()].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
}
