import { type X509Certificate } from 'node:crypto';
import { type PdfFile } from './pdf-file.js';
import { type FoundSignature } from './found-signatures.js';
import { readCms } from './signature-check.js';
import { type JudgedTimeStamp, judgeTimeStamp } from './time-stamp-token.js';

/** A time stamp of the file: over the value of a signature, or over the whole document as it was then. */
export interface FoundTimeStamp extends JudgedTimeStamp {
  over: 'signature' | 'document';
  /** The number of the signature that it is in, or its own. */
  signature: number;
  /** Index of the revision it came with. */
  revision: number;
}

/** Every time stamp of the file in file order, held against what it should be over. Never throws. */
export function judgeTimeStamps(
  bytes: Buffer,
  file: PdfFile,
  found: FoundSignature[],
  anchors: X509Certificate[],
): FoundTimeStamp[] {
  return found.flatMap((signature, index): FoundTimeStamp[] => {
    const place = { signature: index + 1, revision: signature.revision };
    const { start, end, bytes: contents } = signature.contents;
    if (signature.timeStamp) {
      const covered = [bytes.subarray(0, start), bytes.subarray(end, file.revisions[signature.revision]!.end)];
      return [{ over: 'document', ...place, ...judgeTimeStamp(contents, covered, anchors) }];
    }
    const carried = tokenIn(contents);
    if (!carried) return [];
    return [{ over: 'signature', ...place, ...judgeTimeStamp(carried.token, [carried.value], anchors) }];
  });
}

/** The earliest time by which the signature was there for certain; undefined if no trusted time stamp says so. */
export function provenTime(stamps: FoundTimeStamp[], number: number, revision: number): Date | undefined {
  const proving = stamps.filter(
    ({ over, finding, ...stamp }) =>
      finding === 'time_stamp_trusted' &&
      (over === 'signature' ? stamp.signature === number : stamp.revision > revision),
  );
  return proving.flatMap(({ time }) => time ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
}

function tokenIn(contents: Buffer): { token: Buffer; value: Buffer } | undefined {
  try {
    const { timeStamp, signature } = readCms(contents);
    return timeStamp && { token: timeStamp, value: signature };
  } catch {
    return undefined;
  }
}
