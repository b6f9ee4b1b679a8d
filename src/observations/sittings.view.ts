import { pageView } from '../common/paging.js';
import { type ClaimView } from '../evidence/evidence.view.js';
import { type ObservedForm, type ObservedTarget } from './observation.entity.js';
import { type SeenTarget, sideBySide } from './side-by-side.js';
import { recordsSha256, signedRecords, type WholeSitting } from './sitting-records.js';
import { type ConcludedTarget, type SittingConclusion } from './sitting.entity.js';

/** One observer's record of the sitting. */
export class SittingObserverView {
  observationId: string;
  number: number;
  form: ObservedForm;
  title: string;
  observer: { id: string; name: string };
  signedAt: string | null;
  withdrawnAt: string | null;
}

export class ListedSittingView {
  id: string;
  assessmentId: string;
  place: string;
  startedAt: string;
  endedAt: string | null;
  note: string;
  openedBy: { id: string; name: string };
  openedAt: string;
  observers: SittingObserverView[];
  /** Until then nothing that was seen in it is claimed. */
  concluded: boolean;
}

export class SittingsPage extends pageView(ListedSittingView) {}

export class SeenOutcomeView {
  observationId: string;
  outcome: ObservedTarget['outcome'];
  note: string | null;
}

/** One target as each observer who wrote it down saw it. */
export class SeenTargetView implements SeenTarget {
  ref: string;
  outcomes: SeenOutcomeView[];
  /** Whether the observers do not all say the same. */
  differs: boolean;
}

export class ConcludedTargetView implements ConcludedTarget {
  ref: string;
  outcome: ObservedTarget['outcome'];
  reason: string | null;
}

export class SittingConclusionView {
  id: string;
  concludedBy: { id: string; name: string };
  concludedAt: string;
  outcomes: ConcludedTargetView[];
  notes: string;
  contentSha256: string;
}

export class SittingView extends ListedSittingView {
  /** Side by side what the signed records say that were not withdrawn. */
  targets: SeenTargetView[];
  /** Stands for those records as they are now: a conclusion can say which it was drawn from. */
  recordsSha256: string;
  conclusion: SittingConclusionView | null;
}

export class ConcludedSittingView {
  sitting: SittingView;
  /** The claims of what was concluded to be shown. */
  claims: ClaimView[];
}

export function listedSittingView({ sitting, records, conclusion, names }: WholeSitting): ListedSittingView {
  const { id, assessmentId, place, startedAt, endedAt, note, openedBy, openedAt } = sitting;
  return {
    id,
    assessmentId,
    place,
    startedAt,
    endedAt,
    note,
    openedBy: { id: openedBy, name: names.get(openedBy)! },
    openedAt,
    observers: records.map(({ record: { id: observationId, assessorId }, item }) => ({
      observationId,
      number: item.number,
      form: item.form as ObservedForm,
      title: item.title,
      observer: { id: assessorId, name: names.get(assessorId)! },
      signedAt: item.signedAt,
      withdrawnAt: item.withdrawnAt,
    })),
    concluded: conclusion !== null,
  };
}

export function sittingView(whole: WholeSitting): SittingView {
  const signed = signedRecords(whole.records);
  return {
    ...listedSittingView(whole),
    targets: sideBySide(signed.map(({ record }) => record)),
    recordsSha256: recordsSha256(whole.sitting.id, signed),
    conclusion: whole.conclusion && conclusionView(whole.conclusion, whole.names),
  };
}

function conclusionView(conclusion: SittingConclusion, names: ReadonlyMap<string, string>): SittingConclusionView {
  const { id, concludedBy, concludedAt, outcomes, notes, contentSha256 } = conclusion;
  const by = { id: concludedBy, name: names.get(concludedBy)! };
  return { id, concludedBy: by, concludedAt, outcomes, notes, contentSha256 };
}
