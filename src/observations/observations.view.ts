import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type ClaimView } from '../evidence/evidence.view.js';
import { type SignedContent } from './content.js';
import { type Observation, type ObservedTarget } from './observation.entity.js';

/** The record itself, which its ETag stands for. Files, claims and withdrawal are the evidence item's. */
export class ObservationView {
  id: string;
  assessmentId: string;
  /** The number of the evidence item that it is. */
  number: number;
  title: string;
  assessor: { id: string; name: string };
  startedAt: string;
  endedAt: string | null;
  place: string;
  present: string;
  context: string;
  notes: string;
  method: string | null;
  outcomes: ObservedTarget[];
  revision: number;
  signedAt: string | null;
  signedSha256: string | null;
}

export class ListedObservationView extends ObservationView {
  withdrawnAt: string | null;
}

/** What a signature covers, or would cover now. */
export class SignatureView {
  observationId: string;
  content: SignedContent;
  contentSha256: string;
  signedAt: string | null;
}

export class SignedObservationView {
  observation: ObservationView;
  /** A claim for each target shown, whoever made it. */
  claims: ClaimView[];
}

/** An observation with the evidence item that it is and the name of its author. */
export interface NamedObservation {
  observation: Observation;
  item: EvidenceItem;
  assessorName: string;
}

export function observationView({ observation: o, item, assessorName }: NamedObservation): ObservationView {
  return {
    id: o.id,
    assessmentId: item.assessmentId,
    number: item.number,
    title: item.title,
    assessor: { id: o.assessorId, name: assessorName },
    startedAt: o.startedAt,
    endedAt: o.endedAt,
    place: o.place,
    present: o.present,
    context: o.context,
    notes: o.notes,
    method: o.method,
    outcomes: o.outcomes.map(({ ref, outcome, note }) => ({ ref, outcome, ...(note && { note }) })),
    revision: o.revision,
    signedAt: item.signedAt,
    signedSha256: o.signedSha256,
  };
}

export function listedObservationView(named: NamedObservation): ListedObservationView {
  return { ...observationView(named), withdrawnAt: named.item.withdrawnAt };
}
