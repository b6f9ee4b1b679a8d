import { fold, squeeze } from './text.js';

/** What a code in a standard names. */
export type ItemKind = 'duty' | 'task' | 'output' | 'indicator' | 'knowledge' | 'skill' | 'attitude';

/** A code found in a text: where, how it was printed, its numbers and its normal form. */
export interface FoundCode {
  index: number;
  raw: string;
  numbers: number[];
  code: string;
}

export interface StandardCode {
  code: string;
  category: string;
  occupation: string;
  stem: string;
  version: number;
}

export interface UnitCode {
  code: string;
  level: number;
  version: number;
}

const letters: Record<ItemKind, string> = {
  duty: 'T',
  task: 'T',
  output: 'O',
  indicator: 'P',
  knowledge: 'K',
  skill: 'S',
  attitude: 'A',
};

// A code counts at the start or after white space. A stray dot after the letter or the last digit is a misprint.
const parts: Record<ItemKind, string> = {
  duty: '(\\d{1,3})(?!\\.?\\d)\\.?',
  task: '(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)\\.?',
  output: '(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)\\.?',
  indicator: '(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)\\.?',
  // Two digits, or three from 100 on: `K013D列印` is K01.
  knowledge: '([1-9]\\d{2}(?!\\d)|\\d{2})(?:\\.(?!\\d))?',
  skill: '([1-9]\\d{2}(?!\\d)|\\d{2})(?:\\.(?!\\d))?',
  attitude: '([1-9]\\d{2}(?!\\d)|\\d{2})(?:\\.(?!\\d))?',
};

const grammar = Object.fromEntries(
  Object.entries(parts).map(([kind, numbers]) => [
    kind,
    new RegExp(`(?<!\\S)${letters[kind as ItemKind]}\\.?${numbers}`, 'g'),
  ]),
) as Record<ItemKind, RegExp>;

/** Every code of one kind in a text, in order. Full-width letters, digits and dots are read as ASCII. */
export function codesIn(kind: ItemKind, text: string): FoundCode[] {
  return [...fold(text).matchAll(grammar[kind])].map((match) => {
    const numbers = match.slice(1).map(Number);
    return {
      index: match.index,
      raw: text.slice(match.index, match.index + match[0].length),
      numbers,
      code: codeOf(kind, numbers),
    };
  });
}

/** The normal form: `T1.2`, `P1.2.3`, `K04`. */
export function codeOf(kind: ItemKind, numbers: readonly number[]): string {
  const coded = kind === 'knowledge' || kind === 'skill' || kind === 'attitude';
  return letters[kind] + numbers.map((n) => (coded ? String(n).padStart(2, '0') : n)).join('.');
}

/** A code of another column, or a malformed one, that a piece of this column starts with. */
export function strangeCode(kind: ItemKind, text: string): string | null {
  const start = fold(text.slice(0, 20));
  const dotted = /^[TOPKS]\.?\d+(?:\.\d+)+/.exec(start)?.[0];
  if (dotted) return dotted;
  if (kind === 'duty' || kind === 'task') return /^T\.?\d+(?![A-Za-z])/.exec(start)?.[0] ?? null;
  if (kind === 'knowledge' || kind === 'skill') return /^[KS]\.?\d+(?![A-Za-z])/.exec(start)?.[0] ?? null;
  return null;
}

/** Whether a continuing piece starts like a code whose letter or dots were misread, as `01.1.1` or `P1,1.2`. */
export function looksLikeCode(text: string): boolean {
  return /^[^\s\p{Script=Han}]{0,2}\d{1,2}[.,·]\s?\d{1,2}[.,·]\s?\d{1,2}(?!\d)/u.test(fold(text.slice(0, 20)));
}

/** Reads 職能基準代碼; without `v` the version is 1, and `V3` is `v3`. */
export function standardCode(text: string): StandardCode | null {
  const match = /^([A-Z]{3})(\d{4})-(\d{3})(?:[vV](\d{1,4}))?$/.exec(squeeze(text.slice(0, 100)));
  if (!match) return null;
  const [, category = '', occupation = '', serial = '', version] = match;
  const stem = `${category}${occupation}-${serial}`;
  return { code: versioned(stem, version), category, occupation, stem, version: Number(version ?? 1) };
}

/** Reads 職能單元代碼; the series letter is opaque. */
export function unitCode(text: string): UnitCode | null {
  const match = /^([A-Z]{3}([1-6])[A-Z]\d{4})(?:[vV](\d{1,4}))?$/.exec(squeeze(text.slice(0, 100)));
  if (!match) return null;
  const [, stem = '', level, version] = match;
  return { code: versioned(stem, version), level: Number(level), version: Number(version ?? 1) };
}

function versioned(stem: string, version: string | undefined): string {
  return version === undefined ? stem : `${stem}v${Number(version)}`;
}

/** A level from 1 to 6, or null. */
export function levelOf(text: string): number | null {
  const level = fold(text).trim();
  return /^[1-6]$/.test(level) ? Number(level) : null;
}
