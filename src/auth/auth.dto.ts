import { IsDefined, IsOptional, IsString, MaxLength } from 'class-validator';
import { Instant, Required } from '../common/validation.js';

export class SignIn {
  @Required(254)
  email: string;

  @IsDefined()
  @IsString()
  @MaxLength(200)
  password: string;
}

export class ChangePassword {
  @IsString()
  @MaxLength(200)
  currentPassword: string;

  /** At least 12 characters. */
  @IsString()
  @MaxLength(200)
  newPassword: string;
}

export class CreateApiToken {
  /** What the token is for, so that it can be told from others. */
  @Required(100)
  name: string;

  /** When it stops working; without it, when it is revoked. */
  @IsOptional()
  @Instant()
  expiresAt?: string | null;
}
