import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { type Locale } from '../i18n/i18n.js';
import { User } from '../people/user.entity.js';

/** Somebody without an account was asked to report on the candidate's work, and got a one-time link by e-mail. */
@Entity('invitations')
@Index('invitations_assessment', ['assessmentId'])
export class Invitation {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  name: string;
  /** Lower case, as it is compared. */
  @Text()
  email: string;
  /** What they are to the candidate, as far as whoever invites them knows. */
  @Text()
  relation: string;
  /** What they are asked about: refs of the pinned document. */
  @Json()
  targetRefs: string[];
  /** Words of whoever invites them. */
  @Text()
  message: string;
  /** The language of the letter and of the form. */
  @Text()
  locale: Locale;
  /** SHA-256 of the secret in the link: what opens the form, and nothing else. */
  @Text({ unique: true })
  secretHash: string;
  /** From this moment on the link opens nothing. */
  @Text()
  expiresAt: string;
  @Text()
  @ForeignKey(() => User)
  invitedBy: string;
  @Text()
  invitedAt: string;
  /** When the form was first looked at. */
  @OptionalText()
  openedAt: string | null;
  @OptionalText()
  revokedAt: string | null;
  @OptionalText()
  revokedBy: string | null;
  /** When the report was signed; the link shows it from then on and changes nothing. */
  @OptionalText()
  submittedAt: string | null;
}
