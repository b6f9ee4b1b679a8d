import { applyDecorators } from '@nestjs/common';
import { Matches, ValidateBy } from 'class-validator';
import { Required } from '../common/validation.js';

/** Words that only who is accredited may put on a document. Source: 職業訓練法 §39-1; domain.md, "Words". */
const reserved = /技術士證|技能職類證書|證照/;
/** A name of its own: handicap is no iCAP. */
const reservedName = /(?<![a-z])i[^\p{L}\p{N}]*c[^\p{L}\p{N}]*a[^\p{L}\p{N}]*p(?![a-z])/iu;

function isUnreserved(value: unknown): boolean {
  if (typeof value !== 'string') return true;
  const text = value.normalize('NFKC');
  return !reserved.test(text.replace(/[^\p{L}\p{N}]/gu, '')) && !reservedName.test(text);
}

/** One line of a body's own words on a document. */
export const OneLine = (max: number): PropertyDecorator =>
  applyDecorators(
    Required(max),
    Matches(/^[^\n]*$/),
    ValidateBy({ name: 'isUnreserved', validator: { validate: isUnreserved } }),
  );

/** Of text on white paper. Source: WCAG 2.2, 1.4.3. */
const leastContrast = 4.5;

/** A colour that can be read on paper. */
export const Readable = (): PropertyDecorator =>
  ValidateBy({ name: 'isReadableColour', validator: { validate: isReadable } });

export function isReadable(value: unknown): boolean {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/.test(value)) return false;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(value.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= leastContrast;
}
