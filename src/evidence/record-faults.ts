import { In } from 'typeorm';
import { type Assessment } from '../assessments/assessment.entity.js';
import { DomainError, type FieldError } from '../common/errors.js';
import { isClaimable } from '../competencies/claimable.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { type Reader } from '../database/database.js';
import { ownMethodKeys } from '../plans/queries.js';

/** The clock of a tablet may run ahead of ours by this much. */
const clockTolerance = 5 * 60_000;

/** What is wrong with when something took place: `from` and `to` are names of fields. */
export function timeFaults<K extends string>(
  content: Record<K, string | null>,
  [from, to]: readonly [K, K],
  now: string,
): FieldError[] {
  const [start, end] = [content[from], content[to]];
  const latest = Date.parse(now) + clockTolerance;
  const faults: FieldError[] = [];
  if (start && Date.parse(start) > latest) faults.push({ field: from, rule: 'isNotFuture' });
  if (end && Date.parse(end) > latest) faults.push({ field: to, rule: 'isNotFuture' });
  return [...faults, ...orderFaults(content, [from, to])];
}

/** That something ends before it begins, whether it took place already or is still to. */
export function orderFaults<K extends string>(
  content: Record<K, string | null>,
  [from, to]: readonly [K, K],
): FieldError[] {
  const [start, end] = [content[from], content[to]];
  return start && end && end < start ? [{ field: to, rule: 'isNotBeforeStart' }] : [];
}

/** Refs of one list that are no target in the pinned version, or there twice. `types` is ref → type. */
export function targetFaults(
  refs: readonly string[],
  types: ReadonlyMap<string, string>,
  fieldOf: (index: number) => string,
): FieldError[] {
  return refs.flatMap((ref, index): FieldError[] => {
    const type = types.get(ref);
    const field = fieldOf(index);
    if (type === undefined) return [{ field, rule: 'isKnownTarget' }];
    if (!isClaimable({ type })) return [{ field, rule: 'isClaimable' }];
    return refs.indexOf(ref) < index ? [{ field, rule: 'isUnique' }] : [];
  });
}

export function methodFaults(method: string | null, types: ReadonlyMap<string, string>): FieldError[] {
  return method && types.get(method) !== 'method' ? [{ field: 'method', rule: 'isKnownMethod' }] : [];
}

export function refuseFaults(fields: FieldError[]): void {
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields: fields.slice(0, 100) });
}

/** As `typesOf`, with the methods that the plan has of its own beside the document's. */
export async function plannedTypesOf(
  reader: Reader,
  { id, documentId }: Pick<Assessment, 'id' | 'documentId'>,
  refs: readonly (string | null)[],
): Promise<Map<string, string>> {
  const types = await typesOf(reader, documentId, refs);
  for (const key of await ownMethodKeys(reader, id)) types.set(key, 'method');
  return types;
}

/** The type of each of these items of a document, by ref. */
export async function typesOf(
  reader: Reader,
  documentId: string,
  refs: readonly (string | null)[],
): Promise<Map<string, string>> {
  const items = await reader.find(CompetencyItem, {
    where: { documentId, ref: In([...new Set(refs.filter((ref) => ref !== null))]) },
    select: { documentId: true, ref: true, type: true },
  });
  return new Map(items.map(({ ref, type }) => [ref, type]));
}
