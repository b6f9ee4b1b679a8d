import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { Plain } from '../common/validation.js';

const lowerCase = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
const lowerCaseEach = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value) ? value.map((one: unknown) => lowerCase({ value: one })) : value;

/** Certificates of one batch at most. */
export const mostInBatch = 1000;

/** Whose certificates: those of a cohort, of a version of a unit or standard, or of assessments one by one. */
export class OrderBatch {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  @Transform(lowerCase)
  id?: string;

  /** Only those enrolled under this label. */
  @IsOptional()
  @Plain(100)
  cohort?: string | null;

  /** Only those assessed against this document version. */
  @IsOptional()
  @IsUUID()
  documentId?: string | null;

  /** These assessments, in this order, and no others. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostInBatch)
  @Transform(lowerCaseEach)
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  assessmentIds?: string[] | null;
}

export class PreviewQuery extends PageQuery {
  @IsOptional()
  @Plain(100)
  cohort?: string;

  @IsOptional()
  @IsUUID()
  documentId?: string;
}
