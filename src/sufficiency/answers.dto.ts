import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { Required } from '../common/validation.js';
import { type RuleId, ruleIds } from './finding.js';

/** A finding that only warns, as the coverage shows it, and why it is accepted. */
export class WaiveWarning {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  @IsIn(ruleIds)
  rule: RuleId;

  @IsString()
  @MaxLength(80)
  @Matches(/^[a-z_]+$/)
  problem: string;

  /** The refs that the finding concerns, all of them. */
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  targets: string[];

  /** The ids of the items that it concerns, all of them. */
  @IsArray()
  @ArrayMaxSize(2000)
  @IsUUID(undefined, { each: true })
  items: string[];

  /** Why; it is printed on the verdict. */
  @Required(2000)
  reason: string;
}

export class WithdrawWaiver {
  /** Why the warning is no longer left as it is. */
  @Required(2000)
  reason: string;
}

/** A knowledge or skill item that was demonstrated through a criterion (rule S4). */
export class StateAttribution {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** The knowledge or skill item. */
  @Required(50)
  targetRef: string;

  /** The criterion or indicator. */
  @Required(50)
  throughRef: string;
}
