import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { CalendarDate } from '../common/validation.js';
import { type Channel, channels } from '../verdicts/notification.entity.js';

export class NotifyVerdict {
  @IsIn(channels)
  channel: Channel;

  /** The day in Taipei on which the candidate was told in person or by post; today if it is left out. */
  @IsOptional()
  @CalendarDate()
  notifiedOn?: string | null;
}

export class ReceiveVerdict {
  /** SHA-256 of the PDF that I have before me, in lower-case hexadecimal. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  documentSha256: string;
}
