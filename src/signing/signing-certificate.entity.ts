import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, OptionalText, Text } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';

export const certificateUses = ['root', 'issuing', 'seal', 'assessor'] as const;
export type CertificateUse = (typeof certificateUses)[number];

/** A certificate of a training body's own authority. Its private key is an encrypted file named after its id. */
@Entity('signing_certificates')
@Index('signing_certificates_body', ['bodyId', 'use'])
@Index('signing_certificates_issuer', ['issuerId'])
export class SigningCertificate {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Text()
  use: CertificateUse;
  /** The person, for an assessor's certificate. */
  @OptionalText()
  @ForeignKey(() => User)
  userId: string | null;
  /** The certificate of the authority that issued it; null for a root, and for a seal brought from elsewhere. */
  @OptionalText()
  issuerId: string | null;
  /** The name inside the certificate; a new name needs a new certificate. */
  @Text()
  subject: string;
  /** Behind the certificate of a brought seal stand its issuers. */
  @Text()
  pem: string;
  @Text()
  notBefore: string;
  @Text()
  notAfter: string;
  @Text()
  createdAt: string;
}
