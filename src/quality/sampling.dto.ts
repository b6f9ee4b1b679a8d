import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CalendarDate } from '../common/validation.js';
import { type RiskPercents, type RiskThresholds } from './draw.js';

/** How many of a hundred are drawn where the risk is there; 0 leaves it out. */
export class RiskPercentsInput implements RiskPercents {
  @IsInt()
  @Min(0)
  @Max(100)
  newAssessor: number;

  @IsInt()
  @Min(0)
  @Max(100)
  newUnit: number;

  @IsInt()
  @Min(0)
  @Max(100)
  complaint: number;

  @IsInt()
  @Min(0)
  @Max(100)
  firstVerdicts: number;
}

/** Fewer verdicts than this before make somebody or something new. */
export class RiskThresholdsInput implements RiskThresholds {
  @IsInt()
  @Min(1)
  @Max(1000)
  newAssessor: number;

  @IsInt()
  @Min(1)
  @Max(1000)
  newUnit: number;

  @IsInt()
  @Min(1)
  @Max(1000)
  firstVerdicts: number;
}

export class MakeSamplingPlan {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** Code without version of one unit or standard; null or absent for all. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @Matches(/^[A-Z0-9-]+$/)
  documentBaseCode?: string | null;

  /** Whose verdicts; null or absent for everybody's. */
  @IsOptional()
  @IsUUID()
  assessorId?: string | null;

  /** First day of deciding, in Taiwan. */
  @CalendarDate()
  periodFrom: string;

  /** Last day of deciding, in Taiwan. */
  @CalendarDate()
  periodTo: string;

  /** How many of a hundred are drawn where no risk asks for more. */
  @IsInt()
  @Min(0)
  @Max(100)
  basePercent: number;

  /** Drawn at least, as far as there are that many. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  minimum?: number;

  @IsObject()
  @ValidateNested()
  @Type(() => RiskPercentsInput)
  risk: RiskPercentsInput;

  /** What counts as new; by default 5 verdicts of an assessor, 5 on a unit, 3 of an assessor on a unit. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RiskThresholdsInput)
  thresholds?: RiskThresholdsInput;

  /** Whether verifiers judge the claims themselves before they see what the assessors found. */
  @IsOptional()
  @IsBoolean()
  blind?: boolean;
}

export class AssignVerifier {
  /** A verifier of the body who took no part in the assessment. */
  @IsUUID()
  verifierId: string;
}
