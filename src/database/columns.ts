import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/**
 * The few column types Touchstone uses, each the same on SQLite and PostgreSQL.
 * Instants are ISO 8601 UTC text and dates YYYY-MM-DD text: both sort, compare and read alike everywhere.
 */
export const Id = (): PropertyDecorator => PrimaryColumn('text');
export const Text = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);
export const OptionalText = (): PropertyDecorator => Column('text', { nullable: true });
export const Whole = (): PropertyDecorator => Column('integer');
export const OptionalWhole = (): PropertyDecorator => Column('integer', { nullable: true });
export const Flag = (options: ColumnOptions = {}): PropertyDecorator => Column('boolean', options);
export const Json = (options: ColumnOptions = {}): PropertyDecorator => Column('simple-json', options);

/** A byte count: past 2 GiB a 32-bit integer ends, and PostgreSQL's driver gives 64-bit ones as text. */
export const Bytes = (): PropertyDecorator =>
  Column('bigint', { transformer: { to: (value: number) => value, from: (value: string | number) => Number(value) } });
