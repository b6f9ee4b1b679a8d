import { Entity } from 'typeorm';
import { Flag, Id, OptionalText, Text } from '../database/columns.js';

/** A person with an account. One person may be many things at many training bodies. */
@Entity('users')
export class User {
  @Id()
  id: string;
  /** Lower case, as it is compared. */
  @Text({ unique: true })
  email: string;
  @Text()
  name: string;
  /** Argon2id, or null for an account that cannot sign in. */
  @OptionalText()
  passwordHash: string | null;
  /** The password was made by somebody else and opens nothing but the change of password. */
  @Flag()
  oneTimePassword: boolean;
  /** Runs the installation. */
  @Flag()
  operator: boolean;
  @Text()
  locale: string;
  @Text()
  createdAt: string;
}
