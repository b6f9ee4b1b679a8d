import { IsEmail, IsIn, IsOptional, MaxLength } from 'class-validator';
import { Plain, Required } from '../common/validation.js';
import { type CorrectedField, correctedFields } from './correction.entity.js';

export class CorrectPerson {
  @IsOptional()
  @Required(200)
  name?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;

  /** Why: what was wrong, and by which proof. */
  @Required(2000)
  reason: string;
}

export class RequestCorrection {
  @IsIn(correctedFields)
  field: CorrectedField;

  /** What it should be. */
  @Required(254)
  value: string;

  @IsOptional()
  @Plain(2000)
  reason?: string | null;
}
