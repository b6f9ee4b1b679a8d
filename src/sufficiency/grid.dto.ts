import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { Plain } from '../common/validation.js';

export class GridQuery extends OmitType(PageQuery, ['limit'] as const) {
  /** The document version whose criteria are the columns. */
  @IsUUID()
  documentId: string;

  /** Only the candidates who go together under this label. */
  @IsOptional()
  @Plain(100)
  cohort?: string;

  /** Rows a page, 1 to 2,000: a whole cohort may be wanted at once. */
  @ApiProperty({ required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2000)
  limit: number = 50;
}
