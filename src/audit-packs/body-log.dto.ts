import { IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { CalendarDate } from '../common/validation.js';

export class LogQuery extends PageQuery {
  /** What happened, such as `hold.placed`; or all of a kind, such as `hold`. */
  @IsOptional()
  @MaxLength(60)
  @Matches(/^[a-z_]+(\.[a-z_]+)?$/)
  action?: string;

  /** Only what this person did. */
  @IsOptional()
  @IsUUID()
  actorId?: string;

  /** Only what concerns this assessment, person, plan or other subject. */
  @IsOptional()
  @IsUUID()
  subjectId?: string;

  /** The first day, in Taiwan. */
  @IsOptional()
  @CalendarDate()
  from?: string;

  /** The last day, in Taiwan. */
  @IsOptional()
  @CalendarDate()
  to?: string;
}
