import { randomUUID } from 'node:crypto';
import { type RecordObservation } from '../../observations/observations.dto.js';
import {
  type ObservationView,
  type SignatureView,
  type SignedObservationView,
} from '../../observations/observations.view.js';
import { type ConcludedOutcomeInput } from '../../observations/sittings.dto.js';
import { type ConcludedSittingView, type SittingView } from '../../observations/sittings.view.js';
import { type RecordQuestioning } from '../../questioning/questionings.dto.js';
import {
  type QuestioningSignatureView,
  type QuestioningView,
  type SignedQuestioningView,
} from '../../questioning/questionings.view.js';
import { type Attachment } from '../browser.js';
import { type Player } from '../cast.js';
import { type Attempt } from './attempt.js';

/** What an assessor saw that began so many minutes ago and ended just now. */
export interface Seen extends Omit<RecordObservation, 'startedAt'> {
  title: string;
  minutes: number;
  photo?: Attachment;
}

/** An assessor records what they saw under an id of their own making, adds the photo, reads it again and signs. */
export async function observe(
  { id: assessmentId, lead }: Attempt,
  seen: Seen,
  by = lead,
): Promise<SignedObservationView> {
  const { browser } = by;
  const { minutes, photo, ...record } = seen;
  const id = randomUUID();
  const times = { startedAt: minutesAgo(minutes), endedAt: minutesAgo(1) };
  await browser.put<ObservationView>(`/assessments/${assessmentId}/observations/${id}`, { ...record, ...times });
  if (photo) await browser.upload(`/evidence/${id}/files`, {}, [photo]);
  const { contentSha256 } = await browser.get<SignatureView>(`/observations/${id}/signature`);
  return browser.post<SignedObservationView>(`/observations/${id}/signature`, { contentSha256 }, 200);
}

export interface Sitting {
  place: string;
  minutes: number;
  note: string;
  /** What each observer saw. */
  observers: [by: Player, seen: Seen][];
  /** The lead's conclusion: what nobody differs on is concluded as it was seen. */
  reasons: Record<string, Omit<ConcludedOutcomeInput, 'ref'>>;
}

/** Several observe at once, each signs a record, and the lead concludes upon all of them. */
export async function sit(attempt: Attempt, sitting: Sitting): Promise<ConcludedSittingView & { differing: string[] }> {
  const { browser } = attempt.lead;
  const { place, minutes, note, observers, reasons } = sitting;
  const opening = { place, note, startedAt: minutesAgo(minutes), endedAt: minutesAgo(1) };
  const { id: sittingId } = await browser.post<SittingView>(`/assessments/${attempt.id}/sittings`, opening);
  for (const [by, seen] of observers) await observe(attempt, { ...seen, sittingId }, by);
  const { targets, recordsSha256 } = await browser.get<SittingView>(`/sittings/${sittingId}`);
  const outcomes = targets.map(({ ref, outcomes: [first] }) => ({ ref, outcome: first!.outcome, ...reasons[ref] }));
  const conclusion = { outcomes, seenSha256: recordsSha256 };
  const concluded = await browser.post<ConcludedSittingView>(`/sittings/${sittingId}/conclusion`, conclusion);
  const differing = targets.filter(({ differs }) => differs).map(({ ref }) => ref);
  return { ...concluded, differing };
}

export interface Asked extends Omit<RecordQuestioning, 'askedAt'> {
  title: string;
  minutes: number;
}

/** An assessor writes down what was asked and answered, reads it again and signs. */
export async function ask({ id: assessmentId, lead }: Attempt, asked: Asked): Promise<SignedQuestioningView> {
  const { browser } = lead;
  const { minutes, ...record } = asked;
  const id = randomUUID();
  const times = { askedAt: minutesAgo(minutes), endedAt: minutesAgo(1) };
  await browser.put<QuestioningView>(`/assessments/${assessmentId}/questionings/${id}`, { ...record, ...times });
  const { contentSha256 } = await browser.get<QuestioningSignatureView>(`/questionings/${id}/signature`);
  return browser.post<SignedQuestioningView>(`/questionings/${id}/signature`, { contentSha256 }, 200);
}

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
