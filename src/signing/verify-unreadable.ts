import { type Finding, type Outcome, type StepName } from '../i18n/signing.js';
import { type Step, type VerificationReport } from './report.js';
import { digestMatches, readCms } from './signature-check.js';

/**
 * What can still be said of a file whose structure is broken: whether it bore a signature, and whether the bytes that
 * signature covered are still the same. The answer is never `valid`.
 */
export function checkUnreadable(bytes: Buffer): VerificationReport {
  const at = bytes.indexOf('/ByteRange');
  if (at < 0) return refuse('malformed', [step('signature_found', false, 'not_readable')]);
  const found = step('signature_found', true, 'found', { count: 1 });
  const numbers = /^\/ByteRange\s{0,4}\[\s{0,4}0 (\d{1,10}) (\d{1,10}) (\d{1,10})\s{0,30}\]/.exec(
    bytes.toString('latin1', at, at + 120),
  );
  if (!numbers) return refuse('altered', [found, step('byte_range', false, 'range_wrong')]);
  const [before, after, length] = numbers.slice(1).map(Number) as [number, number, number];
  if (after + length > bytes.length) return refuse('altered', [found, step('byte_range', false, 'file_cut_short')]);
  if (!(before < after)) return refuse('altered', [found, step('byte_range', false, 'range_wrong')]);
  if (!unchanged(bytes, before, after, length))
    return refuse('altered', [found, step('digest', false, 'digest_differs')]);
  const added = after + length < bytes.length;
  if (added)
    return refuse('altered', [
      found,
      step('later_revisions', false, 'unreadable_addition', { offset: after + length }),
    ]);
  return refuse('malformed', [found, step('byte_range', false, 'layout_not_supported')]);
}

function unchanged(bytes: Buffer, before: number, after: number, length: number): boolean {
  try {
    const contents = Buffer.from(bytes.toString('latin1', before + 1, after - 1), 'hex');
    return digestMatches(readCms(contents), [bytes.subarray(0, before), bytes.subarray(after, after + length)]);
  } catch {
    return false;
  }
}

const step = (name: StepName, ok: boolean, detail: Finding, params?: Step['params']): Step => ({
  step: name,
  ok,
  detail,
  ...(params && { params }),
});

const refuse = (outcome: Outcome, steps: Step[]): VerificationReport => ({
  outcome,
  steps,
  signatures: [],
  timeStamps: [],
});
