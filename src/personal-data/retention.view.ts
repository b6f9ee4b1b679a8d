import { type DeletedKind } from '../assessments/tombstone.entity.js';
import { type RetentionKind, type RetentionReason } from '../after-verdict/retention.js';
import { pageView } from '../common/paging.js';
import { type Locale } from '../i18n/i18n.js';
import { ruleTexts } from '../i18n/rules.js';
import { type DueRecord } from './due.js';
import { type RetentionHold } from './retention-hold.entity.js';

export class HoldView {
  id: string;
  assessmentId: string;
  reason: string;
  placedBy: string;
  placedAt: string;
  releasedBy: string | null;
  releasedAt: string | null;
}

export class OpenHoldView {
  id: string;
  assessmentId: string;
  reason: string;
  placedAt: string;
}

export class OpenAppealView {
  id: string;
  assessmentId: string;
}

/** One kind of an assessment's records. */
export class DueRecordView {
  kind: RetentionKind;
  /** From this day on it is to be deleted; null while something open keeps it. */
  dueOn: string | null;
  because: RetentionReason;
  /** The same in words (rule R1). */
  reason: string;
  /** To be confirmed when it is deleted. */
  fingerprint: string;
}

/** What of one assessment is not deleted yet. */
export class DueView {
  assessmentId: string;
  candidateName: string;
  documentCode: string;
  attempt: number;
  /** What is due first comes first. */
  records: DueRecordView[];
  /** Of this assessment and of the attempts that rest on the same records. */
  holds: OpenHoldView[];
  openAppeals: OpenAppealView[];
}

export class DuePage extends pageView(DueView) {}

/** What the due list has of an assessment before it is put in words. */
export interface DueAssessment extends Omit<DueView, 'records'> {
  records: DueRecord[];
}

/** What was deleted, and by which hash a copy elsewhere is known. */
export class TombstoneView {
  id: string;
  assessmentId: string;
  kind: DeletedKind;
  what: Record<string, number>;
  why: string;
  rule: string;
  dueOn: string;
  deletedBy: string;
  deletedAt: string;
  sha256: string;
}

export class TombstonesPage extends pageView(TombstoneView) {}

/** What would be deleted: rows of each table, and the bytes of files; never names or words. */
export class DeletableView {
  assessmentId: string;
  kind: RetentionKind;
  dueOn: string;
  what: Record<string, number>;
  /** SHA-256 over the hashes of all of it, as the tombstone will keep it. */
  sha256: string;
}

export class DeletionPreviewView {
  items: DeletableView[];
  /** To be sent as `confirm` to delete exactly this. */
  confirm: string;
}

export function holdView(hold: RetentionHold): HoldView {
  const { id, assessmentId, reason, placedBy, placedAt, releasedBy, releasedAt } = hold;
  return { id, assessmentId, reason, placedBy, placedAt, releasedBy, releasedAt };
}

export function dueView({ records, ...assessment }: DueAssessment, locale: Locale): DueView {
  return {
    ...assessment,
    records: records.map(({ kind, dueOn, because, fingerprint }) => {
      return { kind, dueOn, because, reason: ruleTexts[locale][`because.${because}`], fingerprint };
    }),
  };
}
