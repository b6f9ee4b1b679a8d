import { type PlanContent } from './edited';
import { type PlanWords } from './words';

/** How refs, people and forms are called in what is told. */
export interface Names {
  item: (ref: string) => string;
  person: (id: string) => string;
  choice: (forms: readonly string[]) => string;
}

/** What is different in a plan from the one before, in one sentence each. */
export function changesBetween(before: PlanContent, after: PlanContent, say: PlanWords, names: Names): string[] {
  const needs = (needsAllOf: readonly string[][]): string => needsAllOf.map(names.choice).join('、') || say.anyEvidence;
  return [
    ...compared(before.methods, after.methods, ({ key }) => key, {
      added: ({ name }) => [say.methodAdded(name)],
      removed: ({ name }) => [say.methodRemoved(name)],
      both: (old, now) => [
        ...(old.name === now.name ? [] : [say.methodRenamed(old.name, now.name)]),
        ...(same(old.reason, now.reason) ? [] : [say.methodReasonChanged(now.name)]),
        ...(same(old.needsAllOf, now.needsAllOf) ? [] : [say.needsChanged(now.name, needs(now.needsAllOf))]),
      ],
    }),
    ...compared(before.contexts, after.contexts, ({ ref }) => ref, {
      both: (old, now) => (same(old, now) ? [] : [say.contextChanged(names.item(now.ref))]),
    }),
    ...compared(before.adjustments, after.adjustments, ({ id }) => id ?? '', {
      added: ({ what }) => [say.adjustmentAdded(what)],
      removed: ({ what }) => [say.adjustmentRemoved(what)],
      both: (old, now) => (same(old, now) ? [] : [say.adjustmentChanged(now.what)]),
    }),
    ...compared(before.parts, after.parts, ({ userId }) => userId, {
      added: ({ userId }) => [say.partAdded(names.person(userId))],
      removed: ({ userId }) => [say.partRemoved(names.person(userId))],
      both: (old, now) =>
        same([...old.refs].sort(), [...now.refs].sort()) ? [] : [say.partChanged(names.person(now.userId))],
    }),
    ...(same(before.note, after.note) ? [] : [say.noteChanged]),
  ];
}

/** Key order does not matter in rows that the server made and rows that are sent. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

interface Told<T> {
  added?: (row: T) => string[];
  removed?: (row: T) => string[];
  both: (before: T, after: T) => string[];
}

function compared<T>(before: readonly T[], after: readonly T[], keyOf: (row: T) => string, told: Told<T>): string[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.flatMap((row) => {
      const known = old.get(keyOf(row));
      return known ? told.both(known, row) : (told.added?.(row) ?? []);
    }),
    ...before.flatMap((row) => (kept.has(keyOf(row)) ? [] : (told.removed?.(row) ?? []))),
  ];
}
