import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { Plain, Required } from '../common/validation.js';
import { type Rating, ratings } from './self-assessment.entity.js';

export class RateTarget {
  /** The `ref` of a criterion, key aspect, knowledge, skill … of the pinned document. */
  @Required(40)
  targetRef: string;

  @IsIn(ratings)
  rating: Rating;

  /** What I base it on. */
  @IsOptional()
  @Plain(2000)
  note?: string | null;
}

export class RateTargets {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RateTarget)
  ratings: RateTarget[];
}
