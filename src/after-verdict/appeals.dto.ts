import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { Required } from '../common/validation.js';
import { type AppealOutcome, appealOutcomes } from './appeal.entity.js';
import { type AppealState, appealStates } from './appeals.view.js';

const lowerCase = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

export class FileAppeal {
  /** Made by the client, so that asking again after a lost answer answers what is there. */
  @IsOptional()
  @IsUUID()
  @Transform(lowerCase)
  id?: string;

  /** Why, in the candidate's own words; evidence may be referred to by its number. */
  @Required(10_000)
  grounds: string;
}

export class AppealsQuery extends PageQuery {
  @IsOptional()
  @IsIn(appealStates)
  state?: AppealState;
}

export class DecideAppeal {
  /** Made by the client, so that asking again after a lost answer gives the same decision. */
  @IsOptional()
  @IsUUID()
  @Transform(lowerCase)
  id?: string;

  /** `upheld`: the verdict no longer stands, and the way on is a new attempt. `dismissed`: it stands. */
  @IsIn(appealOutcomes)
  outcome: AppealOutcome;

  @Required(10_000)
  reasons: string;
}
