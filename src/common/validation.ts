import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsString,
  MaxLength,
  validate,
  ValidateBy,
  type ValidationArguments,
  type ValidationError,
  type ValidationOptions,
} from 'class-validator';
import { DomainError, type FieldError } from './errors.js';
import { refuseHostileData } from './hostile-data.js';

/** Text that must say something: trimmed, without control characters, at most `max` characters. */
export const Required = (max: number): PropertyDecorator =>
  applyDecorators(Clean(), IsString(), IsNotEmpty(), MaxLength(max));

/** Text that may be empty; put `@IsOptional()` above it where it may also be absent. */
export const Plain = (max: number): PropertyDecorator => applyDecorators(Clean(), IsString(), MaxLength(max));

/** A list of texts that each say something, as with `Required`. */
export const RequiredEach = (max: number): PropertyDecorator =>
  applyDecorators(
    Clean(),
    IsArray(),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(max, { each: true }),
  );

/**
 * NUL cannot be stored by PostgreSQL, half a surrogate pair cannot be written as UTF-8 nor hashed as canonical JSON,
 * and other control characters hide things from readers, as do those that turn the direction of what follows; line breaks
 * stay.
 */
const Clean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(cleaned) : cleaned(value)));

const cleaned = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '')
        .replace(/\p{Surrogate}/gu, '\uFFFD')
        .trim()
    : value;

/** Yes or no; the fields of a form can only say it in words. */
export const YesNo = (): PropertyDecorator =>
  applyDecorators(
    IsBoolean(),
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
  );

/** A real calendar date, YYYY-MM-DD: 2025-02-29 is refused. */
export const CalendarDate = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isCalendarDate', validator: { validate: isCalendarDate } }, options);

/** The end of a span: the field that begins it must be there, and not be greater. */
export const NotBefore = (start: string): PropertyDecorator =>
  ValidateBy({
    name: 'notBefore',
    validator: {
      validate: (end: unknown, args?: ValidationArguments) => {
        const from = (args?.object as Record<string, unknown>)[start];
        return typeof end === 'number' && typeof from === 'number' && from <= end;
      },
    },
  });

/** A length that begins at the field of that name, both as shares of a whole: it may not reach beyond the whole. */
export const NotBeyond = (start: string): PropertyDecorator =>
  ValidateBy({
    name: 'notBeyond',
    validator: {
      validate: (length: unknown, args?: ValidationArguments) => {
        const from = (args?.object as Record<string, unknown>)[start];
        // Decimal fractions that make up a whole may add up to a hair more.
        return typeof length === 'number' && typeof from === 'number' && from + length <= 1 + 1e-9;
      },
    },
  });

export function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) && value >= '1900-01-01';
}

/** A point in time with its zone, such as 2026-03-01T09:30:00+08:00; stored in UTC. */
export const Instant = (options?: ValidationOptions): PropertyDecorator =>
  applyDecorators(
    ValidateBy({ name: 'isInstant', validator: { validate: isInstant } }, options),
    Transform(({ value }: { value: unknown }) => (isInstant(value) ? new Date(value as string).toISOString() : value)),
  );

function isInstant(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    isCalendarDate(value.slice(0, 10)) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** Checks input that did not come as a JSON body, such as the fields of a form, by the same rules. */
export async function validated<T extends object>(type: new () => T, input: object): Promise<T> {
  refuseHostileData(input);
  const value = plainToInstance(type, { ...input });
  const errors = await validate(value, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  if (errors.length > 0) throw validationProblem(errors);
  return value;
}

/** class-validator's tree of errors as a flat list of fields (`outcomes.3.ref`) and broken rules. */
export function validationProblem(errors: ValidationError[]): DomainError {
  return new DomainError('validation_failed', {}, { fields: errors.flatMap((e) => flatten(e, '')).slice(0, 100) });
}

/** Of what was left out it is said that it is missing, and not how it would have to look. */
const ofMissing: Readonly<Record<string, string>> = {
  isString: 'isNotEmpty',
  isEmail: 'isNotEmpty',
  isUrl: 'isNotEmpty',
  isInt: 'isNotEmpty',
  isCalendarDate: 'isNotEmpty',
  isInstant: 'isNotEmpty',
  isIn: 'isChosen',
  isUuid: 'isChosen',
};

function flatten(error: ValidationError, path: string): FieldError[] {
  const field = path + error.property;
  const value: unknown = error.value;
  const isMissing = value === undefined || value === null || value === '';
  const own = Object.keys(error.constraints ?? {}).map((rule) => ({
    field,
    rule: (isMissing && ofMissing[rule]) || rule,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, `${field}.`))];
}
