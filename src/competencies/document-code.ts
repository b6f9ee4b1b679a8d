import { standardCode, unitCode } from './icap/codes.js';

/** What a document's code says: the code that all versions share, and which version this is. */
export interface DocumentCode {
  baseCode: string;
  version: number;
}

/** Reads a code as somebody writes it: `V3` is `v3`, without a version it is the first. Null for what is no code. */
export function documentCode(text: string): DocumentCode | null {
  const read = standardCode(text.toUpperCase()) ?? unitCode(text.toUpperCase());
  return read && { baseCode: read.code.replace(/v\d+$/, ''), version: read.version };
}
