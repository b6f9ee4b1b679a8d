import { pageView } from '../common/paging.js';

/** That something was changed. What it was changed to is not told: the log has no eyes of its own for who may know. */
export class LogEntryView {
  seq: number;
  at: string;
  /** Null for what the server did by itself. */
  actor: { id: string; name: string } | null;
  /** Such as `verdict.given`. */
  action: string;
  subjectId: string;
  /** Seals the entry to all before it. */
  hash: string;
}

export class LogPage extends pageView(LogEntryView) {}
