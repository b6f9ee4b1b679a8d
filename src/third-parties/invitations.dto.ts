import { ArrayMaxSize, ArrayMinSize, IsEmail, IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { Plain, Required, RequiredEach } from '../common/validation.js';
import { type Locale, locales } from '../i18n/i18n.js';

export class InviteThirdParty {
  /** Made by the client, so that sending again after a lost answer invites nobody twice. */
  @IsOptional()
  @IsUUID()
  id?: string;

  @Required(200)
  name: string;

  @IsEmail()
  @MaxLength(254)
  email: string;

  /** What they are to the candidate: a supervisor, a customer. They may say it better themselves. */
  @IsOptional()
  @Plain(200)
  relation?: string | null;

  /** What to report on: the `ref` of criteria, key aspects, knowledge, skills … of the pinned document. */
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @RequiredEach(40)
  targetRefs: string[];

  /** Words to the third party, such as further questions. */
  @IsOptional()
  @Plain(2000)
  message?: string | null;

  /** The language of the letter and the form. */
  @IsIn(locales)
  locale: Locale;
}

export class InvitationsQuery extends PageQuery {}
