import { type FieldError } from '../common/errors.js';
import { type PlanGround } from './ground.js';
import { type MakePlan, type PlanMethodInput } from './plans.dto.js';

const ownKey = /^X[1-9]\d{0,2}$/;

/** Everything in a plan that the pinned document or the assignments contradict, or that is there twice. */
export function planFaults(input: MakePlan, ground: PlanGround): FieldError[] {
  const { methods } = input;
  const [contexts, adjustments, parts] = [input.contexts ?? [], input.adjustments ?? [], input.parts ?? []];
  const known = new Set(ground.contexts.map(({ ref }) => ref));
  return [
    ...methods.flatMap((method, i) => methodFaults(method, ground, `methods.${i}`)),
    ...repeated(
      methods,
      ({ key }) => key,
      (i) => `methods.${i}.key`,
    ),
    ...unknown(
      contexts,
      ({ ref }) => known.has(ref),
      (i) => `contexts.${i}.ref`,
      'isKnownTarget',
    ),
    ...repeated(
      contexts,
      ({ ref }) => ref,
      (i) => `contexts.${i}.ref`,
    ),
    ...repeated(
      adjustments,
      ({ id }) => id,
      (i) => `adjustments.${i}.id`,
    ),
    ...unknown(
      parts,
      ({ userId }) => ground.assessors.includes(userId),
      (i) => `parts.${i}.userId`,
      'isAssessor',
    ),
    ...repeated(
      parts,
      ({ userId }) => userId,
      (i) => `parts.${i}.userId`,
    ),
    ...parts.flatMap(({ refs }, i) => [
      ...unknown(
        refs,
        (ref) => ground.shareable.has(ref),
        (j) => `parts.${i}.refs.${j}`,
        'isKnownTarget',
      ),
      ...repeated(
        refs,
        (ref) => ref,
        (j) => `parts.${i}.refs.${j}`,
      ),
    ]),
  ];
}

/** A method is the document's, by its ref; or advised by the guide, which names refs too; or the plan's own, with a reason. */
function methodFaults({ key, name, source, reason }: PlanMethodInput, ground: PlanGround, field: string): FieldError[] {
  if (source === 'own') {
    const faults: FieldError[] = [];
    if (!ownKey.test(key)) faults.push({ field: `${field}.key`, rule: 'matches' });
    if (!name) faults.push({ field: `${field}.name`, rule: 'isNotEmpty' });
    if (!reason) faults.push({ field: `${field}.reason`, rule: 'isNotEmpty' });
    return faults;
  }
  if (!ground.methods.some(({ ref }) => ref === key)) return [{ field: `${field}.key`, rule: 'isKnownMethod' }];
  const advised = Object.hasOwn(ground.guide?.methods ?? {}, key);
  return source === 'guide' && !advised ? [{ field: `${field}.source`, rule: 'isIn' }] : [];
}

type FieldOf = (index: number) => string;

function unknown<T>(rows: readonly T[], known: (row: T) => boolean, field: FieldOf, rule: string): FieldError[] {
  return rows.flatMap((row, i) => (known(row) ? [] : [{ field: field(i), rule }]));
}

/** The later ones of rows with the same key. */
function repeated<T>(rows: readonly T[], key: (row: T) => string | null | undefined, field: FieldOf): FieldError[] {
  const seen = new Set<string>();
  return rows.flatMap((row, i) => {
    const own = key(row);
    if (own == null) return [];
    if (seen.has(own)) return [{ field: field(i), rule: 'isUnique' }];
    seen.add(own);
    return [];
  });
}
