import { type Flow } from './layout.js';
import { type Look } from './look.js';
import { type Struct } from './pdfkit-inside.js';
import { type Instant, type Party, type PinnedCompetency, type VerdictRecord } from './record.js';
import { type Words } from './words.js';

/** What every document says that leaves. */
export interface AnyRecord {
  documentNumber: string;
  verificationUrl: string;
  unit: PinnedCompetency;
  body: Party;
}

/** What every document of several pages says. */
export interface IssuedRecord extends AnyRecord {
  candidate: Party;
  decidedAt: Instant;
}

/** A document that is not issued: made up to show a look, or what would be issued now. */
export type Mark = 'specimen' | 'preview';

/** What every part of a document is drawn with; unless it says otherwise, of a verdict. */
export interface Sheet<Record extends AnyRecord = VerdictRecord> {
  flow: Flow;
  record: Record;
  words: Words;
  look: Look;
  /** The structure element the parts stand under. */
  root: Struct;
  /** What it is if it is not issued: then nothing in it is signed. */
  mark?: Mark;
  /** When the signer says that it signs. */
  claimedAt: Date;
}
