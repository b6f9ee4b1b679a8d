import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { type Role, roles } from '../common/actor.js';
import { PageQuery } from '../common/paging.js';
import { CalendarDate, Plain, Required } from '../common/validation.js';
import { locales } from '../i18n/i18n.js';

export class CreateTrainingBody {
  /** The body's name as it is printed on verdicts. */
  @Required(200)
  name: string;
}

export class UpdateTrainingBody {
  @IsOptional()
  @Required(200)
  name?: string;
}

export class AddPerson {
  /** The person's full name, in whatever script it is written. */
  @Required(200)
  name: string;

  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsIn(roles, { each: true })
  roles: Role[];

  @IsOptional()
  @IsIn(locales)
  locale?: string;
}

export class AddMembership {
  @IsUUID()
  userId: string;

  @IsIn(roles)
  role: Role;
}

export class AddQualification {
  @IsUUID()
  userId: string;

  /** The qualification as it is printed on the verdict. */
  @Required(300)
  title: string;

  /** Document codes without version that it covers; none means all. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Matches(/^[A-Z0-9-]{4,20}$/, { each: true })
  documentCodes?: string[];

  @CalendarDate()
  validFrom: string;

  @IsOptional()
  @CalendarDate()
  validUntil?: string | null;
}

export class PeopleQuery extends PageQuery {
  @IsOptional()
  @IsIn(roles)
  role?: Role;

  /** A part of the name or of the address. */
  @IsOptional()
  @Plain(100)
  search?: string;
}

export class UpdateMe {
  @IsOptional()
  @IsIn(locales)
  locale?: string;
}
