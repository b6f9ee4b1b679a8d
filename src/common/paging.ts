import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { type Type as Class } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { DomainError } from './errors.js';

/** A page asked for: how many rows, after which one. */
export class PageQuery {
  /** Rows a page, 1 to 200. */
  @ApiProperty({ required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  /** The `next` of the page before; absent for the first page. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  @Matches(/^[A-Za-z0-9_-]+$/)
  cursor?: string;
}

/** A page given: its rows, and the cursor of the next page, or null at the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** The class of a page of `Item`, so that the API's description knows what is in it. */
export function pageView<T>(Item: Class<T>): Class<Page<T>> {
  class PageView implements Page<T> {
    @ApiProperty({ type: [Item] })
    items: T[];
    /** The cursor of the next page, or null at the end. */
    @ApiProperty({ type: String, nullable: true })
    next: string | null;
  }
  return PageView;
}

/** Cuts a page from rows fetched with `limit + 1`; `key` is the value the rows are ordered by, unique. */
export function pageOf<T>(rows: T[], limit: number, key: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? Buffer.from(key(last)).toString('base64url') : null };
}

/** As `afterKey`, for rows ordered by a whole number; 0 starts before all of them. */
export function afterNumber(query: PageQuery): number {
  const key = afterKey(query) ?? '0';
  if (!/^\d{1,9}$/.test(key)) throw new DomainError('bad_cursor');
  return Number(key);
}

/** The key after which a page starts, or null. A cursor nobody gave out is a bad request. */
export function afterKey(query: PageQuery): string | null {
  if (!query.cursor) return null;
  const key = Buffer.from(query.cursor, 'base64url').toString('utf8');
  if (!key || key.includes('\u0000') || key.includes('\uFFFD')) throw new DomainError('bad_cursor');
  return key;
}
