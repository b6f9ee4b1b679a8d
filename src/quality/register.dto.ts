import { IsOptional } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { CalendarDate } from '../common/validation.js';

export class RegisterQuery extends PageQuery {
  /** The day it tells of, in Taiwan; today if absent. */
  @IsOptional()
  @CalendarDate()
  on?: string;
}
