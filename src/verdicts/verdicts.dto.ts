import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { Plain, Required } from '../common/validation.js';
import { type Outcome, outcomes } from './verdict.entity.js';

export class GapInput {
  /** The `ref` of the criterion or other item that is not shown yet; none for a gap in general. */
  @IsOptional()
  @Plain(40)
  targetRef?: string | null;

  @Required(2000)
  text: string;
}

class VerdictWords {
  /** What is missing, one by one. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GapInput)
  gaps?: GapInput[];

  @IsOptional()
  @Plain(10_000)
  feedback?: string | null;

  /** What the candidate can do next. */
  @IsOptional()
  @Plain(10_000)
  nextStep?: string | null;
}

/** A verdict as it would be given. */
export class DraftVerdict extends VerdictWords {
  @IsIn(outcomes)
  outcome: Outcome;

  @ValidateIf((input: DraftVerdict) => input.outcome === 'not_yet_competent' || input.reasons != null)
  @Required(10_000)
  reasons?: string | null;
}

/** `not_yet_competent` needs reasons, gaps, feedback and a next step. */
export class GiveVerdict extends DraftVerdict {
  /** Made by the client, so that asking again after a lost answer gives the same verdict. */
  @IsOptional()
  @IsUUID()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  id?: string;
}

/** The words of a decision, as far as they are written. */
export class PreviewVerdict extends VerdictWords {
  @IsOptional()
  @Plain(10_000)
  reasons?: string | null;
}
