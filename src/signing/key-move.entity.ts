import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text } from '../database/columns.js';
import { SigningCertificate } from './signing-certificate.entity.js';

/** Where a private key is: in the key store, with the operator, or put aside because nobody can open it any more. */
export const keyPlaces = ['here', 'offline', 'set_aside'] as const;
export type KeyPlace = (typeof keyPlaces)[number];

/** A private key was taken out of the key store or brought back. The latest move counts; without one it is here. */
@Entity('key_moves')
@Index('key_moves_certificate', ['certificateId', 'id'])
export class KeyMove {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => SigningCertificate)
  certificateId: string;
  @Text()
  place: KeyPlace;
  @Text()
  movedAt: string;
}
