import { DomainError } from './errors.js';

/** No input of the API is nested deeper than a handful of levels; the libraries that walk it do so recursively. */
const deepest = 20;
/** Objects have named fields: more keys than any has, or more values than any list may hold, are no honest input. */
const mostKeys = 200;
const mostValues = 50_000;
const inherited = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses data that no honest client sends: nested without end, with keys that mean something to JavaScript itself, or
 * with so many that the libraries that check them, some in quadratic time, would stop the server.
 * Throws `bad_request`.
 */
export function refuseHostileData(data: unknown): void {
  let level = [data];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new DomainError('bad_request');
    level = level.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return [];
      const keys = Array.isArray(value) ? [] : Object.keys(value);
      values += Array.isArray(value) ? value.length : keys.length;
      const tooMany = keys.length > mostKeys || values > mostValues;
      if (tooMany || keys.some((key) => inherited.has(key))) throw new DomainError('bad_request');
      return Object.values(value) as unknown[];
    });
  }
}
