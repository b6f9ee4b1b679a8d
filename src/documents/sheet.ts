import { type Flow } from './layout.js';
import { type Struct } from './pdfkit-inside.js';
import { type VerdictRecord } from './record.js';
import { type Words } from './words.js';

/** What every part of a verdict is drawn with. */
export interface Sheet {
  flow: Flow;
  record: VerdictRecord;
  words: Words;
  /** The structure element the parts stand under. */
  root: Struct;
}
