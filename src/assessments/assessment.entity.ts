import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, OptionalText, Text, Whole } from '../database/columns.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';

export const pathways = ['training', 'rpl'] as const;
export type Pathway = (typeof pathways)[number];

/** What a new assessment starts with. */
export const freshAssessment = {
  revision: 1,
  decidedAt: null,
  workplace: null,
  previousId: null,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawalReason: null,
};

/** When a verdict or the candidate's withdrawal closed it, or null: what it is measured at from then on. */
export const closedAt = ({ decidedAt, withdrawnAt }: Pick<Assessment, 'decidedAt' | 'withdrawnAt'>): string | null =>
  decidedAt ?? withdrawnAt;

/** One candidate against one pinned document version, one attempt, at one training body. */
@Entity('assessments')
@Index('assessments_attempt', ['bodyId', 'candidateId', 'documentId', 'attempt'], { unique: true })
@Index('assessments_candidate', ['candidateId'])
@Index('assessments_grid', ['bodyId', 'documentId', 'id'])
@Index('assessments_previous', ['previousId'])
export class Assessment {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Text()
  @ForeignKey(() => User)
  candidateId: string;
  @Text()
  @ForeignKey(() => CompetencyDocument)
  documentId: string;
  @Text()
  pathway: Pathway;
  @Whole()
  attempt: number;
  /** A label that groups candidates who go together. */
  @OptionalText()
  cohort: string | null;
  @Text()
  enrolledBy: string;
  @Text()
  enrolledAt: string;
  /** Grows with every change to the assessment or anything in it: the ETag of its read models. */
  @Whole()
  revision: number;
  /** When the verdict was given; nothing may be added after it. */
  @OptionalText()
  decidedAt: string | null;
  /** Where the candidate works: what an assessor visits in one day. */
  @OptionalText()
  workplace: string | null;
  /** The attempt before, if this is a reassessment or goes on under a newer version (rule P6). */
  @OptionalText()
  previousId: string | null;
  /** When the candidate left without a verdict: not assessed. Nothing may be added after it. */
  @OptionalText()
  withdrawnAt: string | null;
  @OptionalText()
  withdrawnBy: string | null;
  @OptionalText()
  withdrawalReason: string | null;
}
