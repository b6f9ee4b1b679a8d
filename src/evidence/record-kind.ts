import { type Assessment } from '../assessments/assessment.entity.js';
import { type FieldError } from '../common/errors.js';
import { type Tx } from '../database/database.js';
import { type EvidenceForm } from '../settings/evidence-class.js';
import { type EvidenceItem } from './evidence-item.entity.js';

/** What every record that an assessor writes and signs has, whatever it is of. Its id is its evidence item's. */
export interface RecordRow {
  id: string;
  assessorId: string;
  /** The assessment method its claims name. */
  method: string | null;
  revision: number;
  signedSha256: string | null;
}

/** What an author writes down, apart from who, when it was stored and whether it is signed. */
export interface RecordContent {
  title: string;
}

/** A record about to be stored. */
export interface Recording<Row, Content> {
  assessment: Assessment;
  id: string;
  authorId: string;
  content: Content;
  /** What it takes the place of. */
  before: { record: Row; item: EvidenceItem } | null;
  at: string;
}

/** What tells one kind of signed record from another; everything else about them is the same. */
export interface RecordKind<Row extends RecordRow, Content extends RecordContent> {
  /** The first word of its audit entries. */
  readonly name: string;
  readonly entity: new () => Row;
  formOf(content: Content): EvidenceForm;
  /** When it took place; the item was produced on that day. */
  happenedAt(content: Content): string;
  /** What the row holds of the content. */
  columnsOf(content: Content): Partial<Row>;
  /** The content that a row and its item hold. */
  contentOf(row: Row, item: EvidenceItem): Content;
  /** Everything that the pinned document, the calendar or other rows contradict. */
  faults(tx: Tx, recording: Recording<Row, Content>): Promise<FieldError[]>;
  /** What a draft may lack and a signed record may not, or what else there is now that forbids to sign it. */
  signingFaults(row: Row, item: EvidenceItem, tx: Tx): FieldError[] | Promise<FieldError[]>;
  /** The targets that signing it claims, in their order. */
  claimedRefs(row: Row): string[];
}

/** A record with the evidence item that it is and the name of its author. */
export interface NamedRecord<Row> {
  record: Row;
  item: EvidenceItem;
  assessorName: string;
}
