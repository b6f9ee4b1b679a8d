import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CalendarDate, Plain, Required } from '../common/validation.js';
import { type ReportAnswer, seenAnswers } from './report.entity.js';

export class AnswerInput {
  /** The `ref` of one of the targets that were asked about. */
  @Required(100)
  ref: string;

  @IsIn(seenAnswers)
  seen: ReportAnswer['seen'];

  @IsOptional()
  @Plain(2000)
  comment?: string | null;
}

/** The whole draft each time: what is left out is empty. */
export class SaveReport {
  @IsOptional()
  @Plain(200)
  name?: string | null;

  /** Post and workplace. */
  @IsOptional()
  @Plain(200)
  post?: string | null;

  /** Relation to the candidate. */
  @IsOptional()
  @Plain(200)
  relation?: string | null;

  /** A telephone number or an address, to confirm the report by. */
  @IsOptional()
  @Plain(300)
  contact?: string | null;

  /** The first day of the period spoken of. */
  @IsOptional()
  @CalendarDate()
  periodFrom?: string | null;

  /** The last day of it. */
  @IsOptional()
  @CalendarDate()
  periodTo?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AnswerInput)
  answers?: AnswerInput[] | null;

  /** What there is to say besides. */
  @IsOptional()
  @Plain(10_000)
  general?: string | null;
}

export class SubmitReport {
  /** The statement of truth is accepted; nothing else is signed. */
  @IsBoolean()
  accepted: boolean;

  /** The `contentSha256` that the author was shown; a report that differs from it is not signed. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  contentSha256: string;
}
