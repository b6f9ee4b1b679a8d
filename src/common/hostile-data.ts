import { DomainError } from './errors.js';

/** No input of the API is nested deeper than a handful of levels; the libraries that walk it do so recursively. */
const deepest = 20;
const inherited = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses data that no honest client sends: nested without end, or with keys that mean something to JavaScript itself.
 * Throws `bad_request`.
 */
export function refuseHostileData(data: unknown): void {
  let level = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new DomainError('bad_request');
    level = level.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return [];
      if (Object.keys(value).some((key) => inherited.has(key))) throw new DomainError('bad_request');
      return Object.values(value) as unknown[];
    });
  }
}
