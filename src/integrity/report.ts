import { type ProblemKind } from '../i18n/integrity.js';

/** What is wrong with one thing. `subject` names it: a row as `table/id`, a file by its hash, an audit entry by number. */
export interface Problem {
  kind: ProblemKind;
  subject: string;
  detail?: string;
}

/** What was looked at, and what was found. */
export interface IntegrityReport {
  /** Files of the store that were read and hashed, their bytes, and the seconds it took. */
  files: { count: number; bytes: number; seconds: number };
  /** Rows that speak of a file. */
  fileRows: number;
  verdicts: number;
  /** Signed ones. */
  observations: number;
  documents: number;
  certificates: number;
  auditEntries: number;
  /** Files that no row speaks of: what a crash, or an upload that was refused late, leaves behind. No harm. */
  orphans: string[];
  problems: Problem[];
}
