import { pageView } from '../common/paging.js';
import { type AuditPack, type PackError, type PackState } from './audit-pack.entity.js';

export class PackCriteriaView {
  cohort: string | null;
  documentId: string | null;
  from: string;
  to: string;
  withFiles: boolean;
}

/** How far an audit pack has come; its archive can be downloaded while it is `done`. */
export class AuditPackView {
  id: string;
  bodyId: string;
  criteria: PackCriteriaView;
  requestedBy: string;
  requestedAt: string;
  state: PackState;
  progress: { assessments: { done: number; of: number }; entries: number; bytes: number };
  /** Stored files that were missing or not what they should be; the archive lists them. */
  faults: number;
  /** Size and SHA-256 of the archive; null until it is done. */
  archive: { size: number; sha256: string } | null;
  finishedAt: string | null;
  expiresAt: string | null;
  error: PackError | null;
}

export class AuditPacksPage extends pageView(AuditPackView) {}

export function auditPackView(pack: AuditPack): AuditPackView {
  const { id, bodyId, criteria, requestedBy, requestedAt, state, faults, sha256, finishedAt, expiresAt, error } = pack;
  const { assessmentsDone: done, assessmentsTotal: of, entriesDone: entries, bytes } = pack;
  return {
    id,
    bodyId,
    criteria,
    requestedBy,
    requestedAt,
    state,
    progress: { assessments: { done, of }, entries, bytes },
    faults,
    archive: sha256 ? { size: bytes, sha256 } : null,
    finishedAt,
    expiresAt,
    error,
  };
}
