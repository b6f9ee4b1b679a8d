import { Entity, ForeignKey } from 'typeorm';
import { Id, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { type RevocationReason } from './revocation-reasons.js';
import { SigningCertificate } from './signing-certificate.entity.js';

/** A certificate that must not be believed any more; once and for all. */
@Entity('signing_revocations')
export class SigningRevocation {
  @Id()
  @ForeignKey(() => SigningCertificate)
  certificateId: string;
  @Text()
  revokedAt: string;
  /** As RFC 5280 §5.3.1 names it. */
  @Text()
  reason: RevocationReason;
  /** Who revoked it; null: the installation itself, or whoever sits at its console. */
  @OptionalText()
  @ForeignKey(() => User)
  revokedBy: string | null;
}
