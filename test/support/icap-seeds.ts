import { readFileSync } from 'node:fs';
import {
  type CompetencyUnitDocument,
  type OccupationalStandardDocument,
} from '../../src/competencies/icap/interchange.js';
import { parseIcap, type ParseResult } from '../../src/competencies/icap/parse.js';

/** The standards and the unit in `seeds/`, by file name. */
export const standards = ['BAS2421-003v2', 'BAS4222-002v2', 'KPS4999-001v3', 'KPS5294-001v2'] as const;
export const unit = 'KMM5R0915v2';
export const seeds = [...standards, unit] as const;
export type Seed = (typeof seeds)[number];

export function seedText(name: Seed): string {
  return readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');
}

/** A reading that must succeed. */
export function whole(source: string) {
  const result = parseIcap(source);
  if (!result.ok) throw new Error(JSON.stringify(result.faults, null, 1));
  return result;
}

export function standard(source: string): OccupationalStandardDocument {
  const { document } = whole(source);
  if (document.kind !== 'occupational_competency_standard') throw new Error('not a standard');
  return document;
}

export function competencyUnit(source: string): CompetencyUnitDocument {
  const { document } = whole(source);
  if (document.kind !== 'competency_unit') throw new Error('not a unit');
  return document;
}

/** The faults of a reading that must be refused, as `kind@line`. */
export function faultsOf(source: string): string[] {
  const result: ParseResult = parseIcap(source);
  return result.ok ? [] : result.faults.map((fault) => `${fault.kind}@${fault.line}`);
}

/** A copy of a seed with one thing changed; a change that changes nothing is a mistake of the test. */
export function changed(name: Seed, from: string | RegExp, to: string): string {
  const source = seedText(name);
  const copy = source.replace(from, () => to);
  if (copy === source) throw new Error(`nothing to change: ${String(from)}`);
  return copy;
}
