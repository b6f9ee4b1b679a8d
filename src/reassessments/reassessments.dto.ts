import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Required } from '../common/validation.js';

const lower = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

export const carryChoices = ['accepted', 'all', 'none', 'chosen'] as const;
export type CarryChoice = (typeof carryChoices)[number];

class NextAttempt {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  @Transform(lower)
  id?: string;

  /** After an appeal that was upheld, another person than before. */
  @IsUUID()
  leadAssessorId: string;
}

export class Reassess extends NextAttempt {
  /** Which claims come along to be judged again: those accepted, all that stood, none, or those named. */
  @IsIn(carryChoices)
  carryOver: CarryChoice;

  /** The claims that come along, with `chosen`. */
  @ValidateIf((input: Reassess) => input.carryOver === 'chosen')
  @IsArray()
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  claimIds?: string[];
}

export class ConfirmedMatch {
  /** The `ref` in the version before. */
  @Required(40)
  from: string;

  /** The `ref` of the same type in the version to go on under. */
  @Required(40)
  to: string;
}

export class MoveToVersion extends NextAttempt {
  /** The newer version of the same document. */
  @IsUUID()
  documentId: string;

  /** The pairs that a person has looked at and confirmed; claims to any other target stay behind. */
  @IsArray()
  @ArrayMaxSize(1000)
  @ArrayUnique(({ from }: ConfirmedMatch) => from)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConfirmedMatch)
  mapping: ConfirmedMatch[];
}

export class TransitionQuery {
  @IsUUID()
  documentId: string;
}
