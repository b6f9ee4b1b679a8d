import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { PageQuery } from '../common/paging.js';
import { Plain } from '../common/validation.js';
import { type Decision, decisions } from './judgement.entity.js';

/** The four rules of evidence as the assessor found them; null or absent is "not considered". */
export class RulesFound {
  @IsOptional()
  @IsBoolean()
  validity?: boolean | null;

  @IsOptional()
  @IsBoolean()
  sufficiency?: boolean | null;

  @IsOptional()
  @IsBoolean()
  authenticity?: boolean | null;

  @IsOptional()
  @IsBoolean()
  currency?: boolean | null;
}

export class JudgeClaim {
  @IsUUID()
  claimId: string;

  @IsIn(decisions)
  decision: Decision;

  /** To accept a claim all four rules must hold. */
  @IsObject()
  @ValidateNested()
  @Type(() => RulesFound)
  rules: RulesFound;

  /** Needed wherever the claim is not accepted. */
  @IsOptional()
  @Plain(4000)
  reason?: string | null;
}

export class JudgeClaims {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => JudgeClaim)
  judgements: JudgeClaim[];
}

export class JudgementsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  claimId?: string;
}
