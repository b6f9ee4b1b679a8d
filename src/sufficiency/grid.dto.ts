import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { Plain } from '../common/validation.js';

export class GridQuery {
  /** The document version whose criteria are the columns. */
  @IsUUID()
  documentId: string;

  /** Only the candidates who go together under this label. */
  @IsOptional()
  @Plain(100)
  cohort?: string;

  /** Rows a page, 1 to 2,000: a whole cohort may be wanted at once. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2000)
  limit: number = 50;

  /** The `next` of the page before; absent for the first page. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  @Matches(/^[A-Za-z0-9_-]+$/)
  cursor?: string;
}
