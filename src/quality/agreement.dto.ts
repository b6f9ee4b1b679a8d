import { IsOptional, IsUUID } from 'class-validator';
import { CalendarDate } from '../common/validation.js';

export class AgreementQuery {
  /** One document version, which is then told by target too; absent for all. */
  @IsOptional()
  @IsUUID()
  documentId?: string;

  /** First and last day of judging blind, in Taiwan. */
  @IsOptional()
  @CalendarDate()
  from?: string;

  @IsOptional()
  @CalendarDate()
  to?: string;
}
