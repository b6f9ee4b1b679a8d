import { type FieldError } from '../common/errors.js';
import { methodFaults, targetFaults, timeFaults } from '../evidence/record-faults.js';
import { type QuestioningContent, wasAsked } from './content.js';

/** What a record is held against. */
export interface Surroundings {
  /** Ref → type, of the pinned document. */
  types: ReadonlyMap<string, string>;
  /** Ids of the evidence that can have been talked about. */
  evidence: ReadonlySet<string>;
  now: string;
}

/** Everything in a record that the pinned document, the calendar or the record itself contradicts. */
export function contentFaults(content: QuestioningContent, { types, evidence, now }: Surroundings): FieldError[] {
  const { method, questions, about } = content;
  const ids = questions.map(({ id }) => id);
  return [
    ...timeFaults(content, ['askedAt', 'endedAt'], now),
    ...methodFaults(method, types),
    ...questions.flatMap((question, i): FieldError[] => [
      ...(ids.indexOf(question.id) < i ? [{ field: `questions.${i}.id`, rule: 'isUnique' }] : []),
      ...targetFaults(question.refs, types, (j) => `questions.${i}.refs.${j}`),
      ...(!wasAsked(question) && question.answer ? [{ field: `questions.${i}.answer`, rule: 'isUnanswered' }] : []),
    ]),
    ...about.flatMap((id, i): FieldError[] => {
      const field = `about.${i}`;
      if (!evidence.has(id)) return [{ field, rule: 'isKnownEvidence' }];
      return about.indexOf(id) < i ? [{ field, rule: 'isUnique' }] : [];
    }),
  ];
}

/** What a draft may lack and a signed record may not: where it was, a question, and an answer to each one asked. */
export function signingFaults({ place, questions }: Pick<QuestioningContent, 'place' | 'questions'>): FieldError[] {
  const unanswered = questions.flatMap((question, i): FieldError[] =>
    wasAsked(question) && !question.answer ? [{ field: `questions.${i}.answer`, rule: 'isNotEmpty' }] : [],
  );
  return [
    ...(place ? [] : [{ field: 'place', rule: 'isNotEmpty' }]),
    ...(questions.some(wasAsked) ? [] : [{ field: 'questions', rule: 'arrayMinSize' }]),
    ...unanswered,
  ];
}
