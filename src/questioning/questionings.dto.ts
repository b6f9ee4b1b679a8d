import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Instant, Plain, Required } from '../common/validation.js';
import {
  type Question,
  type QuestioningPurpose,
  type QuestionMode,
  questioningPurposes,
  questionModes,
  questionOutcomes,
} from './questioning.entity.js';

export class QuestionInput {
  /** Unique in the record; of the client's making. */
  @Required(64)
  id: string;

  @Required(2000)
  text: string;

  /** The `ref`s of items of the pinned document that the question is tied to. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @MaxLength(100, { each: true })
  @Matches(/^\P{C}+$/u, { each: true })
  refs?: string[] | null;

  /** Whether it was put and answered in speech or in writing. */
  @IsIn(questionModes)
  mode: QuestionMode;

  /** What the candidate answered, in their words or summed up. */
  @IsOptional()
  @Plain(10_000)
  answer?: string | null;

  @IsIn(questionOutcomes)
  outcome: Question['outcome'];

  @IsOptional()
  @Plain(2000)
  note?: string | null;
}

/** The whole record each time: what is left out is empty. */
export class RecordQuestioning {
  @IsOptional()
  @Plain(200)
  title?: string | null;

  /** Why the candidate was asked; to test knowledge, unless said otherwise. */
  @IsOptional()
  @IsIn(questioningPurposes)
  purpose?: QuestioningPurpose | null;

  @Instant()
  askedAt: string;

  @IsOptional()
  @Instant()
  endedAt?: string | null;

  /** Where it took place, or by what means. */
  @IsOptional()
  @Plain(500)
  place?: string | null;

  /** Who was present. */
  @IsOptional()
  @Plain(1000)
  present?: string | null;

  @IsOptional()
  @Plain(20_000)
  notes?: string | null;

  /** The `ref` of an assessment method of the pinned document. */
  @IsOptional()
  @Plain(100)
  method?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => QuestionInput)
  questions?: QuestionInput[] | null;

  /** Ids of the evidence that was talked about. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  about?: string[] | null;
}
