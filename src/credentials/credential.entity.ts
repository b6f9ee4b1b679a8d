import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { StatusEntry } from './status-list.entity.js';

/** A certificate as a machine reads it: an Open Badge, signed by the body's seal. */
@Entity('credentials')
@Index('credentials_document', ['documentNumber'], { unique: true })
@Index('credentials_entry', ['entryId'], { unique: true })
@Index('credentials_body', ['bodyId', 'id'])
export class IssuedCredential {
  /** Stands in the credential as `urn:uuid:…`. */
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  /** Of the certificate that it stands in. */
  @Text()
  documentNumber: string;
  @Text()
  @ForeignKey(() => StatusEntry)
  entryId: string;
  /** As it was signed and embedded in the PDF: a compact JWS of media type application/vc+jwt. */
  @Text()
  jwt: string;
  @Text()
  issuedAt: string;
}
