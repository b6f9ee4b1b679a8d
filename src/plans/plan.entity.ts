import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, OptionalText, Text, Whole } from '../database/columns.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { User } from '../people/user.entity.js';

export const methodSources = ['document', 'guide', 'own'] as const;

export interface PlanMethod {
  /** The `ref` of a method of the document, or the plan's own key for a method of its own (`X1`). */
  key: string;
  name: string;
  /** Whose its needs are: none named (the document's method as it stands), the advisory guide's, or the assessor's. */
  source: (typeof methodSources)[number];
  reason: string | null;
  /** Each inner list is a choice of evidence forms; one of every list is needed. Empty: any form. */
  needsAllOf: string[][];
}

/** Whether a context or resource that the document asks for is there (rule V5); `available` null while unanswered. */
export interface PlanContext {
  ref: string;
  available: boolean | null;
  reason: string | null;
}

/** What was changed for the candidate, and never why in terms of a diagnosis (rule P3). */
export interface PlanAdjustment {
  id: string;
  what: string;
  changed: string;
}

/** Who assesses which part: elements, tasks, criteria; no refs means the whole. */
export interface PlanPart {
  userId: string;
  refs: string[];
}

export interface PlanContent {
  methods: PlanMethod[];
  contexts: PlanContext[];
  adjustments: PlanAdjustment[];
  parts: PlanPart[];
  note: string | null;
}

/** One version of an assessment's plan. The next version is another row: this one stays as it is (rule P5). */
@Entity('plans')
@Index('plans_version', ['assessmentId', 'version'], { unique: true })
export class Plan {
  /** Made by the client, if it likes, so that sending twice is harmless. */
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  /** Counted from 1. */
  @Whole()
  version: number;
  @Json()
  content: PlanContent;
  /** What the candidate is told of their personal data (rule P2), as the body's settings worded it then. */
  @Text()
  privacyNotice: string;
  /** The version of the body's settings that the notice is from; 0 for the defaults. */
  @Whole()
  settingsVersion: number;
  /** SHA-256 of the canonical JSON of the advisory guide that was at hand, if there was one. */
  @OptionalText()
  guideSha256: string | null;
  @Text()
  @ForeignKey(() => User)
  madeBy: string;
  @Text()
  madeAt: string;
}
