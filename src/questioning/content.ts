import { dateIn } from '../common/clock.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import {
  type Question,
  type Questioning,
  type QuestioningPurpose,
  type QuestionMode,
  questionModes,
} from './questioning.entity.js';
import { type RecordQuestioning } from './questionings.dto.js';

/** What an assessor writes down of what was asked and answered. */
export type QuestioningContent = Pick<
  Questioning,
  'purpose' | 'askedAt' | 'endedAt' | 'place' | 'present' | 'notes' | 'method' | 'questions' | 'about'
> & { title: string };

const titles: Record<QuestioningPurpose, string> = {
  questioning: '提問紀錄',
  rpl_conversation: '先前學習認可對談紀錄',
};

/** The content that an input means: the same input always gives the same content. */
export function contentOf(input: RecordQuestioning): QuestioningContent {
  const purpose = input.purpose ?? 'questioning';
  return {
    title: input.title || `${titles[purpose]} ${dateIn(input.askedAt)}`,
    purpose,
    askedAt: input.askedAt,
    endedAt: input.endedAt ?? null,
    place: input.place ?? '',
    present: input.present ?? '',
    notes: input.notes ?? '',
    method: input.method || null,
    questions: (input.questions ?? []).map(({ id, text, refs, mode, answer, outcome, note }) => {
      return { id, text, refs: refs ?? [], mode, answer: answer ?? '', outcome, ...(note && { note }) };
    }),
    about: (input.about ?? []).map((id) => id.toLowerCase()),
  };
}

export function storedContent(row: Questioning, { title }: EvidenceItem): QuestioningContent {
  const { purpose, askedAt, endedAt, place, present, notes, method, questions, about } = row;
  return { title, purpose, askedAt, endedAt, place, present, notes, method, questions, about };
}

export function wasAsked({ outcome }: Question): boolean {
  return outcome !== 'not_asked';
}

/** How the questions that were asked were put and answered. */
export function modesOf(questions: readonly Question[]): QuestionMode[] {
  return questionModes.filter((mode) => questions.some((question) => wasAsked(question) && question.mode === mode));
}

/** The targets that a satisfactory answer shows, each once. */
export function shownRefs({ questions }: Pick<Questioning, 'questions'>): string[] {
  return [...new Set(questions.filter(({ outcome }) => outcome === 'satisfactory').flatMap(({ refs }) => refs))];
}
