import { newId } from '../../api/new-id';
import { type Question, type Questioning, type QuestioningInput } from './types';

type Purpose = Questioning['purpose'];

export interface QuestioningContent {
  title: string;
  purpose: Purpose;
  startedAt: string;
  endedAt: string | null;
  place: string;
  present: string;
  notes: string;
  method: string;
  questions: readonly Question[];
  about: readonly string[];
}

export function contentOfQuestioning(record: Questioning): QuestioningContent {
  const { title, purpose, askedAt, endedAt, place, present, notes, method, questions, about } = record;
  return { title, purpose, startedAt: askedAt, endedAt, place, present, notes, method: method ?? '', questions, about };
}

export function blankQuestioning(purpose: Purpose): QuestioningContent {
  const texts = { title: '', place: '', present: '', notes: '', method: '' };
  const startedAt = new Date().toISOString();
  return { purpose, startedAt, endedAt: null, ...texts, questions: [blankQuestion()], about: [] };
}

export const blankQuestion = (): Question => ({
  id: newId(),
  text: '',
  refs: [],
  mode: 'oral',
  answer: '',
  outcome: 'not_asked',
  note: '',
});

/** Whether anything was written into a question; where nothing was, it is not sent. */
export const isWritten = ({ text, answer, note, refs }: Question): boolean =>
  Boolean(text.trim() || answer.trim() || note?.trim() || refs.length > 0);

export function inputOfQuestioning(content: QuestioningContent): QuestioningInput {
  const { startedAt, questions, about, ...rest } = content;
  return {
    ...rest,
    askedAt: startedAt,
    about: [...about],
    questions: questions.filter(isWritten).map(({ answer, ...question }) => {
      return { ...question, ...(question.outcome !== 'not_asked' && { answer }) };
    }),
  };
}
