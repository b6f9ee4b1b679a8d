import { IsOptional, IsUUID } from 'class-validator';
import { Required } from '../common/validation.js';

/** The fields of a redacted copy; its one file comes beside them in the same multipart form. */
export class RedactFile {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** What was made unreadable, and why. */
  @Required(2000)
  reason: string;
}
