import { type Answer } from '../../api/client';
import { type Names } from './changes';
import { useContextNames } from './context-names';
import { useGuideForms } from './guide-forms';

type People = Answer<'/api/assessments/{assessmentId}/plans', 'get'>['people'];

/** How a plan's refs, people and forms of evidence are called. */
export function useNames(
  documentId: string,
  people: People,
  assessors: readonly { userId: string; name: string }[],
): Names {
  const item = useContextNames(documentId);
  const { choiceOf: choice } = useGuideForms();
  const names = new Map([
    ...assessors.map(({ userId, name }) => [userId, name] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ]);
  return { item, choice, person: (id) => names.get(id) ?? id };
}
