import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text, Whole } from '../database/columns.js';
import { SigningCertificate } from './signing-certificate.entity.js';

/** A revocation list (CRL) as it was published. The newest of an issuer counts; the older ones stay for the record. */
@Entity('revocation_lists')
@Index('revocation_lists_number', ['issuerId', 'number'], { unique: true })
export class RevocationList {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => SigningCertificate)
  issuerId: string;
  /** Counts up from 1 for each issuer (RFC 5280 §5.2.3). */
  @Whole()
  number: number;
  @Text()
  thisUpdate: string;
  @Text()
  nextUpdate: string;
  /** How many certificates it names. */
  @Whole()
  revoked: number;
  @Text()
  pem: string;
}
