import { type Actor } from '../common/actor.js';
import { type Standing } from '../assessments/assessments.policy.js';
import { type EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceItem } from './evidence-item.entity.js';

/** The files that an item was handed in with. Redacted copies show the same, and are never a second piece of it. */
export function originals<File extends { readonly redactionOf?: string | null }>(files: readonly File[]): File[] {
  return files.filter(({ redactionOf }) => !redactionOf);
}

/**
 * Of an item's files, in the order of their positions, those that only few may open: an original of which there is a
 * redacted copy, and a redacted copy that a later one took the place of.
 */
export function withheldIds(files: readonly Pick<EvidenceFile, 'id' | 'redactionOf'>[]): Set<string> {
  const standing = new Map<string, string>();
  const withheld = new Set<string>();
  for (const { id, redactionOf } of files) {
    if (!redactionOf) continue;
    withheld.add(standing.get(redactionOf) ?? redactionOf);
    standing.set(redactionOf, id);
  }
  return withheld;
}

/** Who needs what others need not see: whose evidence it is, who gave it, and who answers for the verdict. */
export function seesOriginals(
  actor: Actor,
  { submittedBy }: Pick<EvidenceItem, 'submittedBy'>,
  { candidate, leads }: Standing,
): boolean {
  return candidate || leads || submittedBy === actor.userId;
}
