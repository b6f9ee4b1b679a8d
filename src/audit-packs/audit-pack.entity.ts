import { Entity, ForeignKey, Index } from 'typeorm';
import { Bytes, Id, Json, OptionalText, Text, Whole } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';

/** `expired`: it was done, and its bytes are gone. */
export const packStates = ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;
export type PackState = (typeof packStates)[number];

/** Why a pack could not be made; the server's log has the rest. */
export type PackError = 'disk_full' | 'internal';

/** Which assessments: those of the cohort and document, if any is named, that began or were decided in the period. */
export interface PackCriteria {
  cohort: string | null;
  documentId: string | null;
  /** The first and the last day, in Taipei. */
  from: string;
  to: string;
  /** Whether the files of the evidence are inside, or only their hashes. */
  withFiles: boolean;
}

/** An order for everything an auditor needs of some assessments, as one archive, and how far it has come. */
@Entity('audit_packs')
@Index('audit_packs_body', ['bodyId', 'id'])
@Index('audit_packs_state', ['state', 'id'])
@Index('audit_packs_file', ['fileSha256'])
export class AuditPack {
  /** Made by the client, so that asking twice is harmless. */
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Json()
  criteria: PackCriteria;
  @Text()
  @ForeignKey(() => User)
  requestedBy: string;
  @Text()
  requestedAt: string;
  @Text()
  state: PackState;
  /** The run that is making it: another one that has taken over has another. */
  @OptionalText()
  runId: string | null;
  /** When the run was last known to be alive. */
  @OptionalText()
  aliveAt: string | null;
  /** How often it was begun: a crash begins it anew, though not for ever. */
  @Whole()
  attempts: number;
  /** Assessments written so far, of how many. */
  @Whole()
  assessmentsDone: number;
  @Whole()
  assessmentsTotal: number;
  /** Files written into the archive so far. */
  @Whole()
  entriesDone: number;
  /** Stored files that were missing or not what they should be; the archive lists them. */
  @Whole()
  faults: number;
  /** Bytes written so far; in the end the size of the archive. */
  @Bytes()
  bytes: number;
  /** SHA-256 of the archive, for good. */
  @OptionalText()
  sha256: string | null;
  /** The same, for as long as the store keeps the archive. */
  @OptionalText()
  fileSha256: string | null;
  @OptionalText()
  finishedAt: string | null;
  /** From then on it cannot be downloaded any more. */
  @OptionalText()
  expiresAt: string | null;
  @OptionalText()
  error: PackError | null;
}
