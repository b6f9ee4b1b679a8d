import { type ClaimView } from '../evidence/evidence.view.js';
import { type NamedRecord } from '../evidence/record-kind.js';
import { SignedRecordView } from '../evidence/record.view.js';
import { type Question, type Questioning, type QuestioningPurpose, type QuestionMode } from './questioning.entity.js';

/** One question, what it is tied to, and what was answered. */
export class QuestionView implements Question {
  id: string;
  text: string;
  refs: string[];
  mode: QuestionMode;
  answer: string;
  outcome: Question['outcome'];
  note?: string;
}

/** The record itself, which its ETag stands for. Files, claims and withdrawal are the evidence item's. */
export class QuestioningView {
  id: string;
  assessmentId: string;
  /** The number of the evidence item that it is. */
  number: number;
  title: string;
  purpose: QuestioningPurpose;
  assessor: { id: string; name: string };
  askedAt: string;
  endedAt: string | null;
  place: string;
  present: string;
  notes: string;
  method: string | null;
  questions: QuestionView[];
  /** Ids of the evidence that was talked about. */
  about: string[];
  revision: number;
  signedAt: string | null;
  signedSha256: string | null;
}

export class ListedQuestioningView extends QuestioningView {
  withdrawnAt: string | null;
}

/** A questioning record word for word as it is signed. */
export class SignedQuestioningContentView extends SignedRecordView {
  purpose: QuestioningPurpose;
  askedAt: string;
  endedAt: string | null;
  place: string;
  present: string;
  notes: string;
  method: string | null;
  questions: QuestionView[];
  about: string[];
}

/** What a signature covers, or would cover now. */
export class QuestioningSignatureView {
  questioningId: string;
  content: SignedQuestioningContentView;
  contentSha256: string;
  signedAt: string | null;
}

export class SignedQuestioningView {
  questioning: QuestioningView;
  /** A claim for each target that a satisfactory answer shows, whoever made it. */
  claims: ClaimView[];
}

export function questioningView({ record: q, item, assessorName }: NamedRecord<Questioning>): QuestioningView {
  return {
    id: item.id,
    assessmentId: item.assessmentId,
    number: item.number,
    title: item.title,
    purpose: q.purpose,
    assessor: { id: q.assessorId, name: assessorName },
    askedAt: q.askedAt,
    endedAt: q.endedAt,
    place: q.place,
    present: q.present,
    notes: q.notes,
    method: q.method,
    questions: q.questions.map(({ id, text, refs, mode, answer, outcome, note }) => {
      return { id, text, refs, mode, answer, outcome, ...(note && { note }) };
    }),
    about: q.about,
    revision: q.revision,
    signedAt: item.signedAt,
    signedSha256: q.signedSha256,
  };
}

export function listedQuestioningView(named: NamedRecord<Questioning>): ListedQuestioningView {
  return { ...questioningView(named), withdrawnAt: named.item.withdrawnAt };
}
