import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Plain } from '../../common/validation.js';

export class CFDocumentsQuery {
  /** Documents an answer, 1 to 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 100;

  /** How many documents to pass over. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  offset: number = 0;

  /** A field of a document: `identifier`, `title`, `version`, `adoptionStatus` or `lastChangeDateTime`. */
  @IsOptional()
  @Plain(40)
  sort?: string;

  @IsOptional()
  @IsIn(['asc', 'desc'])
  orderBy: 'asc' | 'desc' = 'asc';

  /**
   * Which documents: `title~'客戶'`, or two such joined by ` AND ` or ` OR `. Compares by =, !=, >, >=, <, <= and ~ (contains) the
   * fields that `sort` takes.
   */
  @IsOptional()
  @Plain(400)
  filter?: string;

  /** Names of the fields to give, joined by commas; all of them where it is left out. */
  @IsOptional()
  @Matches(/^[A-Za-z]{1,40}(,[A-Za-z]{1,40}){0,29}$/)
  fields?: string;
}
