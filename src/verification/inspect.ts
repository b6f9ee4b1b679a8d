import { createHash } from 'node:crypto';
import { type VerificationReport } from '../signing/report.js';
import { verifyPdf } from '../signing/verify.js';

/** The roots that count here, as PEM. */
export interface Trusted {
  roots: string;
  timeStampRoots: string;
}

/** What a file itself says, before the register is asked. */
export interface Inspection {
  /** The check of its signatures, without the bytes of what is embedded in it. */
  report: Omit<VerificationReport, 'attachment' | 'credential'>;
  /** Document numbers that stand in it, that of its record first. */
  numbers: string[];
  /** SHA-256 of the record embedded in it, or null. */
  recordSha256: string | null;
}

const numberForm = /TS-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/g;
/** A document names itself, and perhaps one that it is about; a file full of numbers is made to keep us busy. */
const mostNumbers = 4;

/** Looks a file over: its signatures against what is trusted, its record, the numbers in it. Never throws. */
export async function inspect(bytes: Uint8Array, trust: Trusted): Promise<Inspection> {
  const checked = await verifyPdf(bytes, {
    trust: trust.roots,
    timeStampTrust: trust.timeStampRoots,
  });
  const { attachment, ...report } = withoutCredential(checked);
  const record = attachment && numberIn(attachment.bytes);
  const numbers = new Set([...(record ? [record] : []), ...numbersIn(bytes)]);
  return { report, numbers: [...numbers].slice(0, mostNumbers), recordSha256: attachment?.sha256 ?? null };
}

const withoutCredential = ({ credential: _, ...report }: VerificationReport): Omit<VerificationReport, 'credential'> =>
  report;

/** The number that a record gives its own document. */
function numberIn(record: Uint8Array): string | undefined {
  try {
    const { documentNumber } = JSON.parse(Buffer.from(record).toString('utf8')) as { documentNumber?: unknown };
    return typeof documentNumber === 'string' ? documentNumber.match(numberForm)?.[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers in the clear, as the title in a document's metadata is: they survive where the record cannot be read. */
function numbersIn(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = new Set<string>();
  for (const [number] of text.matchAll(numberForm)) {
    found.add(number);
    if (found.size === mostNumbers) break;
  }
  return [...found];
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
