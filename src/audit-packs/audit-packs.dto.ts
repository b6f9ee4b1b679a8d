import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { CalendarDate, Plain } from '../common/validation.js';

export class OrderAuditPack {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** Only those enrolled under this label. */
  @IsOptional()
  @Plain(100)
  cohort?: string | null;

  /** Only those assessed against this document version. */
  @IsOptional()
  @IsUUID()
  documentId?: string | null;

  /** The first day, in Taiwan. */
  @CalendarDate()
  from: string;

  /** The last day, in Taiwan. */
  @CalendarDate()
  to: string;

  /** Put the files of the evidence inside, and not only their hashes. */
  @IsOptional()
  @IsBoolean()
  withFiles?: boolean;
}
