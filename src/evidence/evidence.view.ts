import { type DeletionView } from '../assessments/deletions.js';
import { pageView } from '../common/paging.js';
import { type AuthenticityCheck, type CheckKind } from './authenticity-check.entity.js';
import { type Claim } from './claim.entity.js';
import { type Declaration } from './declaration.entity.js';
import {
  type ClassScheme,
  type EvidenceClass,
  type EvidenceForm,
  evidenceClass,
  type Provenance,
} from '../settings/evidence-class.js';
import { type EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceItem } from './evidence-item.entity.js';

export class EvidenceFileView {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
  receivedAt: string;
  /** The file that this is a copy of without other people's data, and why. */
  redactionOf: { fileId: string; sha256: string } | null;
  redactionReason: string | null;
}

export class CheckView {
  id: string;
  kind: CheckKind;
  note: string;
  checkedBy: string;
  checkedAt: string;
}

export class EvidenceView {
  id: string;
  assessmentId: string;
  number: number;
  form: EvidenceForm;
  /** Derived from form and provenance by the training body's scheme. */
  class: EvidenceClass;
  title: string;
  producedBy: Provenance;
  producedOn: string | null;
  url: string | null;
  statement: string | null;
  /** Made by several people; what the candidate's part was. */
  groupWork: boolean;
  candidatePart: string | null;
  copy: boolean;
  /** Holds personal data of others; why it has to stay readable. */
  othersData: boolean;
  othersDataReason: string | null;
  submittedBy: string;
  receivedAt: string;
  signedAt: string | null;
  withdrawnAt: string | null;
  withdrawalReason: string | null;
  /** When the candidate declared it, as it now stands, to be authentic. */
  declaredAt: string | null;
  /** Hash of all that a declaration covers; send it as `If-Match` with a correction. */
  contentSha256: string;
  files: EvidenceFileView[];
  /** What assessors checked of it, oldest first. */
  checks: CheckView[];
  /** What is said in place of its words and files, once they are deleted. */
  deletion: DeletionView | null;
}

export class EvidencePage extends pageView(EvidenceView) {}

export class RegionView {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class PlaceView {
  fileId?: string;
  page?: number;
  /** In fractions of the page or picture, from its upper left corner. */
  region?: RegionView;
  /** Seconds from the start of a recording. */
  from?: number;
  to?: number;
  note?: string;
}

export class ClaimView {
  id: string;
  itemId: string;
  targetRef: string;
  method: string | null;
  methodReason: string | null;
  place: PlaceView | null;
  proposedBy: string;
  proposedAt: string;
  withdrawnAt: string | null;
}

export class ClaimsPage extends pageView(ClaimView) {}

/** An item with what belongs to it. */
export interface WholeItem {
  item: EvidenceItem;
  files: EvidenceFile[];
  checks: AuthenticityCheck[];
  /** The latest one that covers the item as it now stands. */
  declaration: Declaration | null;
  contentSha256: string;
  deletion: DeletionView | null;
  candidateId: string;
  /** The body's scheme: the latest, or the one at the verdict. */
  scheme: ClassScheme;
}

export function evidenceView(whole: WholeItem): EvidenceView {
  const { item, files, declaration, contentSha256, candidateId, scheme } = whole;
  return {
    id: item.id,
    assessmentId: item.assessmentId,
    number: item.number,
    form: item.form,
    class: evidenceClass(item, candidateId, scheme),
    title: item.title,
    producedBy: item.producedBy,
    producedOn: item.producedOn,
    url: item.url,
    statement: item.statement,
    groupWork: item.groupWork,
    candidatePart: item.candidatePart,
    copy: item.copy,
    othersData: item.othersData,
    othersDataReason: item.othersDataReason,
    submittedBy: item.submittedBy,
    receivedAt: item.receivedAt,
    signedAt: item.signedAt,
    withdrawnAt: item.withdrawnAt,
    withdrawalReason: item.withdrawalReason,
    declaredAt: declaration?.declaredAt ?? null,
    contentSha256,
    files: files.map((file) => fileView(file, files)),
    checks: whole.checks.map(checkView),
    deletion: whole.deletion,
  };
}

function fileView(file: EvidenceFile, beside: readonly EvidenceFile[]): EvidenceFileView {
  const { id, name, size, mediaType, sha256, receivedAt, redactionReason } = file;
  const original = beside.find((other) => other.id === file.redactionOf);
  const redactionOf = original ? { fileId: original.id, sha256: original.sha256 } : null;
  return { id, name, size, mediaType, sha256, receivedAt, redactionOf, redactionReason };
}

export function checkView({ id, kind, note, checkedBy, checkedAt }: AuthenticityCheck): CheckView {
  return { id, kind, note, checkedBy, checkedAt };
}

export function claimView(claim: Claim): ClaimView {
  const { id, itemId, targetRef, method, methodReason, place, proposedBy, proposedAt, withdrawnAt } = claim;
  return { id, itemId, targetRef, method, methodReason, place, proposedBy, proposedAt, withdrawnAt };
}
