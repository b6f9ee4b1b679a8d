import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { Plain, Required, RequiredEach } from '../common/validation.js';
import { guideForms, isGuideForm } from '../settings/guide-forms.js';
import { methodSources, type PlanMethod } from './plan.entity.js';

const mostChoices = 10;

/** Choices of evidence forms, each of at least one form that the rules know. */
const Needs = (): PropertyDecorator => ValidateBy({ name: 'isNeeds', validator: { validate: isNeeds } });

function isNeeds(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > mostChoices) return false;
  return value.every((choice) => {
    if (!Array.isArray(choice) || choice.length === 0 || choice.length > guideForms.length) return false;
    return choice.every((word) => typeof word === 'string' && isGuideForm(word));
  });
}

/** Ids made by clients come in either case. */
const InLowerCase = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value));

export class PlanMethodInput {
  /** The `ref` of a method of the document, or a key of the plan's own: X1, X2 … */
  @Required(40)
  key: string;

  /** What a method of the plan's own is called; the document's go by the words of the document. */
  @IsOptional()
  @Plain(2000)
  name?: string | null;

  @IsIn(methodSources)
  source: PlanMethod['source'];

  /** Why by this method. A method of the plan's own needs it. */
  @IsOptional()
  @Plain(2000)
  reason?: string | null;

  /** Each inner list is a choice of evidence forms; one of every list is needed. Empty: any form. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string', enum: [...guideForms] } } })
  @Needs()
  needsAllOf: string[][];
}

export class PlanContextInput {
  /** The `ref` of a context or resource of the document. */
  @Required(40)
  ref: string;

  /** Null while nobody has looked. */
  @IsOptional()
  @IsBoolean()
  available?: boolean | null;

  /** Why it is not there, and what takes its place. */
  @IsOptional()
  @Plain(2000)
  reason?: string | null;
}

export class PlanAdjustmentInput {
  /** Stays the same from version to version; left out, the next free one of A1, A2 … */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  id?: string | null;

  /** What of the assessment it concerns. */
  @Required(500)
  what: string;

  /** What was changed; never a diagnosis. */
  @Required(2000)
  changed: string;
}

export class PlanPartInput {
  /** An assessor of this assessment. */
  @InLowerCase()
  @IsUUID()
  userId: string;

  /** The `ref`s of duties, tasks, elements, criteria or indicators; none means the whole. */
  @ArrayMaxSize(500)
  @RequiredEach(40)
  refs: string[];
}

/** The whole plan each time: what is left out is empty. */
export class MakePlan {
  /** Made by the client, so that sending twice is harmless. */
  @IsOptional()
  @InLowerCase()
  @IsUUID()
  id?: string | null;

  /** The latest version that was seen, 0 where there was none: nobody overwrites what they have not seen. */
  @Max(1_000_000)
  @Min(0)
  @IsInt()
  basedOnVersion: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlanMethodInput)
  methods: PlanMethodInput[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlanContextInput)
  contexts?: PlanContextInput[] | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlanAdjustmentInput)
  adjustments?: PlanAdjustmentInput[] | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlanPartInput)
  parts?: PlanPartInput[] | null;

  @IsOptional()
  @Plain(5000)
  note?: string | null;
}

export class AcknowledgePlan {
  /** The `contentSha256` of what was shown. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  contentSha256: string;

  /** That the privacy notice was read as well. */
  @ApiProperty({ type: Boolean, enum: [true] })
  @Equals(true)
  privacyNoticeAcknowledged: true;
}
