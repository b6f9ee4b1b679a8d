import { type ClaimView } from '../evidence/evidence.view.js';
import { type NamedRecord } from '../evidence/record-kind.js';
import { SignedRecordView } from '../evidence/record.view.js';
import { type Observation, type ObservedForm, type ObservedTarget } from './observation.entity.js';

/** What the assessor saw of one target. */
export class ObservedTargetView implements ObservedTarget {
  ref: string;
  outcome: ObservedTarget['outcome'];
  note?: string;
}

/** The record itself, which its ETag stands for. Files, claims and withdrawal are the evidence item's. */
export class ObservationView {
  id: string;
  assessmentId: string;
  /** The number of the evidence item that it is. */
  number: number;
  form: ObservedForm;
  title: string;
  assessor: { id: string; name: string };
  startedAt: string;
  endedAt: string | null;
  /** What the candidate was asked to do; of a demonstration only. */
  task: string | null;
  place: string;
  present: string;
  context: string;
  notes: string;
  method: string | null;
  outcomes: ObservedTargetView[];
  /** The sitting it belongs to, if several observed at once. */
  sittingId: string | null;
  revision: number;
  signedAt: string | null;
  signedSha256: string | null;
}

export class ListedObservationView extends ObservationView {
  withdrawnAt: string | null;
}

/** An observation word for word as it is signed. */
export class SignedObservationContentView extends SignedRecordView {
  /** There only where work was arranged. */
  form?: 'demonstration';
  task?: string;
  startedAt: string;
  endedAt: string | null;
  place: string;
  present: string;
  context: string;
  notes: string;
  method: string | null;
  outcomes: ObservedTargetView[];
  /** There only where several observed at once. */
  sittingId?: string;
}

/** What a signature covers, or would cover now. */
export class SignatureView {
  observationId: string;
  content: SignedObservationContentView;
  contentSha256: string;
  signedAt: string | null;
}

export class SignedObservationView {
  observation: ObservationView;
  /** A claim for each target shown, whoever made it; none where the conclusion of a sitting makes them. */
  claims: ClaimView[];
}

export function observationView({ record: o, item, assessorName }: NamedRecord<Observation>): ObservationView {
  return {
    id: item.id,
    assessmentId: item.assessmentId,
    number: item.number,
    form: item.form as ObservedForm,
    title: item.title,
    assessor: { id: o.assessorId, name: assessorName },
    startedAt: o.startedAt,
    endedAt: o.endedAt,
    task: o.task,
    place: o.place,
    present: o.present,
    context: o.context,
    notes: o.notes,
    method: o.method,
    outcomes: o.outcomes.map(({ ref, outcome, note }) => ({ ref, outcome, ...(note && { note }) })),
    sittingId: o.sittingId,
    revision: o.revision,
    signedAt: item.signedAt,
    signedSha256: o.signedSha256,
  };
}

export function listedObservationView(named: NamedRecord<Observation>): ListedObservationView {
  return { ...observationView(named), withdrawnAt: named.item.withdrawnAt };
}
