import { type Answer } from '../api/client';
import { type Entry, inputOf, type Photo, questioningOf } from './kept/entry';

type Observed = Answer<'/api/observations/{id}/signature', 'get'>['content'];
type Questioned = Answer<'/api/questionings/{id}/signature', 'get'>['content'];
type Files = readonly { name: string; size: number }[];

/** Texts as the server keeps them. */
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\r\n?/g, '\n').trim().normalize();
const moment = (instant: string | null | undefined): number => Date.parse(instant ?? '') || 0;
const joined = (rows: readonly (readonly (string | null | undefined)[])[]): string =>
  rows.map((row) => row.map(plain).join('\0')).join('\n');
const names = (files: Files): string =>
  files
    .map(({ name, size }) => `${name} ${size}`)
    .sort()
    .join('\0');

/** Whether what a signature would cover is what is on this device. */
export function isSameObservation(content: Observed, entry: Entry, photos: readonly Photo[]): boolean {
  const texts = ['place', 'present', 'context', 'notes'] as const;
  const rows = (outcomes: readonly { ref: string; outcome: string; note?: string | null }[]): string =>
    joined(outcomes.map(({ ref, outcome, note }) => [ref, outcome, note]));
  return (
    texts.every((name) => plain(content[name]) === plain(entry[name])) &&
    (content.sittingId ?? null) === (entry.sitting?.id ?? null) &&
    moment(content.startedAt) === moment(entry.startedAt) &&
    moment(content.endedAt) === moment(entry.endedAt) &&
    rows(content.outcomes) === rows(inputOf(entry).outcomes!) &&
    names(content.files) === names(photos)
  );
}

export function isSameQuestioning(content: Questioned, entry: Entry, photos: readonly Photo[]): boolean {
  const texts = ['place', 'present', 'notes'] as const;
  type Asked = Pick<Questioned['questions'][number], 'id' | 'text' | 'outcome'> & {
    refs?: string[] | null;
    answer?: string | null;
  };
  const rows = (questions: readonly Asked[]): string =>
    joined(questions.map(({ id, text, refs, answer, outcome }) => [id, text, refs?.join(), answer, outcome]));
  return (
    texts.every((name) => plain(content[name]) === plain(entry[name])) &&
    moment(content.askedAt) === moment(entry.startedAt) &&
    moment(content.endedAt) === moment(entry.endedAt) &&
    rows(content.questions) === rows(questioningOf(entry).questions!) &&
    names(content.files) === names(photos)
  );
}
