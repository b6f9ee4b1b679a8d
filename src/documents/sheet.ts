import { type Flow } from './layout.js';
import { type Struct } from './pdfkit-inside.js';
import { type Instant, type Party, type PinnedCompetency, type VerdictRecord } from './record.js';
import { type Words } from './words.js';

/** What every issued document says. */
export interface IssuedRecord {
  documentNumber: string;
  verificationUrl: string;
  unit: PinnedCompetency;
  body: Party;
  candidate: Party;
  decidedAt: Instant;
}

/** What every part of a document is drawn with; unless it says otherwise, of a verdict. */
export interface Sheet<Record extends IssuedRecord = VerdictRecord> {
  flow: Flow;
  record: Record;
  words: Words;
  /** The structure element the parts stand under. */
  root: Struct;
}
