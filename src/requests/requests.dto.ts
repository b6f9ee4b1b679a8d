import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { CalendarDate, Required, RequiredEach } from '../common/validation.js';
import { type RequestState, requestStates } from './request-state.js';

export class RequestEvidence {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  id?: string;

  /** The `ref`s of what the evidence is to show. */
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @RequiredEach(40)
  targetRefs: string[];

  /** What is asked for, in the assessor's words. */
  @Required(4000)
  text: string;

  /** The last day for it: today or later, in Taiwan. */
  @CalendarDate()
  dueOn: string;
}

export class AnswerRequest {
  /** An item that I have handed in to this assessment. */
  @IsUUID()
  itemId: string;
}

export class WithdrawRequest {
  @Required(2000)
  reason: string;
}

export class RequestsQuery extends PageQuery {
  @IsOptional()
  @IsIn(requestStates)
  state?: RequestState;
}
