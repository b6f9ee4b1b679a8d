import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { CalendarDate, Plain, Required } from '../common/validation.js';
import { type FourRules } from '../judgements/judgement.entity.js';
import { type VerificationState, verificationStates } from './verifications.view.js';
import { verificationOutcomes, type VerificationFinding, type VerificationOutcome } from './verification.entity.js';

export const rulesOfEvidence = ['validity', 'sufficiency', 'authenticity', 'currency'] as const;

export class VerificationFindingInput implements Partial<VerificationFinding> {
  /** The rule of evidence it is about; null or absent for none in particular. */
  @IsOptional()
  @IsIn(rulesOfEvidence)
  ruleOfEvidence?: keyof FourRules | null;

  /** The `ref` of what it is about; null or absent for the whole. */
  @IsOptional()
  @Required(100)
  targetRef?: string | null;

  @Required(4000)
  text: string;
}

export class VerificationsQuery extends PageQuery {
  /** `open` waits for its action, `overdue` does so past its last day. */
  @IsOptional()
  @IsIn(verificationStates)
  state?: VerificationState;
}

export class RecordVerification {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** The sample it answers, if it was drawn. */
  @IsOptional()
  @IsUUID()
  sampleId?: string | null;

  /** What was found, good or bad: at least one. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => VerificationFindingInput)
  findings: VerificationFindingInput[];

  @IsIn(verificationOutcomes)
  outcome: VerificationOutcome;

  /** What is to be done; needed where action is required. */
  @IsOptional()
  @Plain(4000)
  action?: string | null;

  /** The last day for it, in Taiwan: today or later; needed where action is required. */
  @IsOptional()
  @CalendarDate()
  dueOn?: string | null;
}

export class CompleteVerification {
  /** What was done. */
  @Required(4000)
  note: string;
}
