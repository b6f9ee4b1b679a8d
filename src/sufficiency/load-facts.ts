import { Assessment } from '../assessments/assessment.entity.js';
import { timeZone } from '../common/clock.js';
import { found } from '../common/errors.js';
import { type AssessmentGuides } from '../competencies/assessment-guides.js';
import { type Reader } from '../database/database.js';
import { type PinnedSettings, settingsHistory } from '../settings/settings-at.js';
import {
  type AssessmentFacts,
  type AssignedAssessor,
  type Instant,
  type ItemFact,
  type VerdictDraft,
} from './facts.js';
import { loadAnswers } from './load-answers.js';
import { loadClaims } from './load-claims.js';
import { type PinnedDocument, pinnedDocument } from './load-document.js';
import { type Alarms, loadAlarms, loadItems } from './load-evidence.js';
import { loadEnrolments } from './load-enrolments.js';
import { loadPeople } from './load-people.js';
import { loadPlans } from './load-plans.js';

export type Guides = Pick<AssessmentGuides, 'guideFor'>;

export interface FactsOptions {
  /** Say which criteria a key aspect covers (rule S3). */
  readonly guides: Guides;
  /** The moment to measure at. */
  readonly at: Instant;
  readonly deciderId?: string | null;
  readonly draft?: VerdictDraft | null;
  /** The audit chain's answer; leave it out where it was not asked. */
  readonly historyIntact?: boolean | null;
}

/**
 * Everything the rules look at in one assessment, in a fixed number of queries whatever there is in it.
 * Give the transaction as reader where the answer decides a write. Throws `not_found`.
 */
export async function loadFacts(reader: Reader, assessmentId: string, options: FactsOptions): Promise<AssessmentFacts> {
  const assessment = found(await reader.findOneBy(Assessment, { id: assessmentId }));
  const { guides, at, deciderId = null, draft = null, historyIntact = null } = options;
  const measured = [{ ...assessment, at }];
  const surroundings = await loadSurroundings(reader, measured, guides);
  const alarms = await loadAlarms(reader, assessmentId);
  const [facts] = await factsOf(reader, measured, surroundings);
  return { ...withAlarms(facts!, alarms), deciderId, draft, historyIntact };
}

/** An assessment and the moment it is measured at. */
export type Measured = Pick<Assessment, 'id' | 'bodyId' | 'candidateId' | 'documentId' | 'pathway'> & { at: Instant };

/** What an assessment stands in, and what may change without its revision growing: policy, names, qualifications. */
export interface Surroundings {
  /** By assessment: those in force at the moment it is measured at, so that a later change reaches no verdict. */
  readonly settings: ReadonlyMap<string, PinnedSettings>;
  readonly document: PinnedDocument;
  readonly keyAspectRefs: AssessmentFacts['keyAspectRefs'];
  readonly guideMethods: AssessmentFacts['guideMethods'];
  /** By assessment. */
  readonly people: ReadonlyMap<string, readonly AssignedAssessor[]>;
}

/** The surroundings of assessments (at least one) of one body against one document. */
export async function loadSurroundings(
  reader: Reader,
  assessments: readonly Measured[],
  guides: Guides,
): Promise<Surroundings> {
  const { bodyId, documentId } = assessments[0]!;
  const history = await settingsHistory(reader, bodyId);
  const document = await pinnedDocument(reader, documentId);
  const people = await loadPeople(reader, { bodyId, baseCode: document.baseCode, assessments });
  const settings = new Map(assessments.map(({ id, at }) => [id, history.at(at)]));
  const guide = guides.guideFor(document.facts.code);
  const keyAspectRefs = guide?.keyAspectRefs ?? {};
  const methods = Object.entries(guide?.methods ?? {});
  const guideMethods = Object.fromEntries(methods.map(([ref, { needsAllOf }]) => [ref, needsAllOf]));
  return { settings, document, keyAspectRefs, guideMethods, people };
}

/** The facts of assessments in their surroundings, in their order: nobody deciding, and without alarms (rule A4). */
export async function factsOf(
  reader: Reader,
  assessments: readonly Measured[],
  { settings, document, keyAspectRefs, guideMethods, people }: Surroundings,
): Promise<AssessmentFacts[]> {
  const ids = assessments.map(({ id }) => id);
  const enrolments = await loadEnrolments(reader, ids);
  const items = await loadItems(reader, ids);
  const claims = await loadClaims(reader, ids);
  const plans = await loadPlans(reader, assessments);
  const answers = await loadAnswers(reader, assessments);
  return assessments.map(({ id, candidateId, pathway, at }) => ({
    assessmentId: id,
    candidateId,
    ...enrolments.get(id)!,
    pathway,
    at,
    zone: timeZone,
    settings: settings.get(id)!.settings,
    document: document.facts,
    keyAspectRefs,
    guideMethods,
    plan: plans.get(id) ?? null,
    attributions: answers.attributions.get(id) ?? [],
    waivers: answers.waivers.get(id) ?? [],
    assessors: people.get(id) ?? [],
    deciderId: null,
    items: items.get(id) ?? [],
    claims: claims.get(id) ?? [],
    draft: null,
    historyIntact: null,
  }));
}

/** The facts with the alarms of their items (rule A4). */
export function withAlarms(facts: AssessmentFacts, alarms: Alarms): AssessmentFacts {
  if (alarms.size === 0) return facts;
  const items = facts.items.map((item): ItemFact => ({ ...item, alarms: alarms.get(item.id) ?? [] }));
  return { ...facts, items };
}

/** The facts as those see them who may not see drafts: without records that their authors have not signed yet. */
export function withoutDrafts(facts: AssessmentFacts): AssessmentFacts {
  const drafts = new Set(facts.items.filter((item) => item.requiresSignature && !item.signedAt).map(({ id }) => id));
  if (drafts.size === 0) return facts;
  const items = facts.items.filter(({ id }) => !drafts.has(id));
  return { ...facts, items, claims: facts.claims.filter(({ itemId }) => !drafts.has(itemId)) };
}
