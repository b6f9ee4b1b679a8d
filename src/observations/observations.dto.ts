import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { Instant, Plain, Required } from '../common/validation.js';
import { type ObservedForm, type ObservedTarget, observedForms, observedOutcomes } from './observation.entity.js';

export class OutcomeInput {
  /** The `ref` of an item of the pinned document. */
  @Required(100)
  ref: string;

  @IsIn(observedOutcomes)
  outcome: ObservedTarget['outcome'];

  @IsOptional()
  @Plain(2000)
  note?: string | null;
}

/** The whole record each time: what is left out is empty. */
export class RecordObservation {
  /** Normal work observed or an arranged task demonstrated: an observation unless said otherwise, and fixed for good. */
  @IsOptional()
  @IsIn(observedForms)
  form?: ObservedForm | null;

  @IsOptional()
  @Plain(200)
  title?: string | null;

  @Instant()
  startedAt: string;

  @IsOptional()
  @Instant()
  endedAt?: string | null;

  /** What the candidate was asked to do: of a demonstration, which is not signed without it. */
  @IsOptional()
  @Plain(5000)
  task?: string | null;

  /** Where it took place. */
  @IsOptional()
  @Plain(500)
  place?: string | null;

  /** Who was present. */
  @IsOptional()
  @Plain(1000)
  present?: string | null;

  /** The situation and conditions of the work. */
  @IsOptional()
  @Plain(5000)
  context?: string | null;

  @IsOptional()
  @Plain(20_000)
  notes?: string | null;

  /** The `ref` of an assessment method of the pinned document. */
  @IsOptional()
  @Plain(100)
  method?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OutcomeInput)
  outcomes?: OutcomeInput[] | null;

  /** The sitting it belongs to, where several observe at once: its conclusion, not this record, makes the claims. */
  @IsOptional()
  @IsUUID()
  sittingId?: string | null;
}
