import { type Reason } from './findings.js';
import { type Inspection } from './inspect.js';
import { type Step } from '../signing/report.js';

/** How a file that was never issued stands to the one that was, under the number it bears. */
export type Likeness = 'extended' | 'shortened' | 'different';

/**
 * Why a file that is none of those issued is none of them. `likeness` is null where the register has no document of its
 * number. What the bytes themselves prove goes before what its signatures say.
 */
export function reasonOf(inspection: Inspection | null, likeness: Likeness | null): Reason {
  if (likeness === 'extended' || likeness === 'shortened') return likeness;
  if (!inspection) return 'unreadable';
  const { outcome, steps } = inspection.report;
  if (likeness === null) {
    if (bearsOurs(steps)) return outcome === 'valid' ? 'not_registered' : 'content_changed';
    return outcome === 'malformed' ? 'unreadable' : 'unknown';
  }
  if (outcome === 'valid') return 'other_bytes_signed';
  if (outcome === 'untrusted') return 'signed_by_another';
  if (outcome === 'no_signature' || outcome === 'malformed') return 'signature_missing';
  return steps.some(({ step, ok }) => !ok && changed.has(step)) ? 'content_changed' : 'signature_damaged';
}

const changed = new Set<string>(['digest', 'later_revisions']);

/** One of its signatures was made with a key that an authority of ours certified, whatever it now stands on. */
function bearsOurs(steps: Step[]): boolean {
  const passed = (signature: number | undefined, name: string): boolean =>
    steps.some((step) => step.signature === signature && step.step === name && step.ok);
  return steps.some(({ step, ok, signature }) => step === 'chain' && ok && passed(signature, 'signature_value'));
}
