import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Instant, Plain, Required } from '../common/validation.js';
import { type ObservedTarget, observedOutcomes } from './observation.entity.js';

export class OpenSitting {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** Where it takes place. */
  @Required(500)
  place: string;

  @Instant()
  startedAt: string;

  @IsOptional()
  @Instant()
  endedAt?: string | null;

  /** What is watched, and what the observers agreed on beforehand. */
  @IsOptional()
  @Plain(5000)
  note?: string | null;
}

export class ConcludedOutcomeInput {
  /** The `ref` of a target that at least one observer wrote down. */
  @Required(100)
  ref: string;

  @IsIn(observedOutcomes)
  outcome: ObservedTarget['outcome'];

  /** Why so: needed where the observers differ, and where the conclusion differs from all of them. */
  @IsOptional()
  @Plain(2000)
  reason?: string | null;
}

export class ConcludeSitting {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** One for each target that any observer wrote down. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConcludedOutcomeInput)
  outcomes: ConcludedOutcomeInput[];

  @IsOptional()
  @Plain(20_000)
  notes?: string | null;

  /** The `recordsSha256` that the lead was shown; other records than those are not concluded upon. */
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  seenSha256?: string | null;
}
