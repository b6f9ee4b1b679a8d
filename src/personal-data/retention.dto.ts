import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { type RetentionKind, retentionKinds } from '../after-verdict/retention.js';
import { PageQuery } from '../common/paging.js';
import { CalendarDate, Required } from '../common/validation.js';

export class DueQuery extends PageQuery {
  /** Only what is to be deleted before this day; without it also what something open keeps. */
  @IsOptional()
  @CalendarDate()
  dueBefore?: string;
}

export class PlaceHold {
  /** Made by the client, so that sending twice is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** Why the records have to stay. */
  @Required(2000)
  reason: string;
}

export class RecordToDelete {
  @IsUUID()
  assessmentId: string;

  @IsIn(retentionKinds)
  kind: RetentionKind;
}

export class PreviewDeletion {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique((item: Partial<RecordToDelete> | null) => `${item?.assessmentId} ${item?.kind}`)
  @ValidateNested({ each: true })
  @Type(() => RecordToDelete)
  items: RecordToDelete[];
}

export class DeleteRecords extends PreviewDeletion {
  /** SHA-256 (hexadecimal) of the fingerprints of these records as they were listed, in this order, joined by `\n`. */
  @Matches(/^[0-9a-f]{64}$/)
  confirm: string;
}
