import { Assessment } from '../assessments/assessment.entity.js';
import { timeZone } from '../common/clock.js';
import { found } from '../common/errors.js';
import { type Reader } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { type AssessmentFacts, defaultRuleSettings, type Instant, type ItemFact, type VerdictDraft } from './facts.js';
import { loadClaims } from './load-claims.js';
import { pinnedDocument } from './load-document.js';
import { type Alarms, loadAlarms, loadItems } from './load-evidence.js';
import { loadPeople } from './load-people.js';

export interface FactsOptions {
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
  const [facts] = await factsOf(reader, [assessment], options);
  return withAlarms(facts!, await loadAlarms(reader, assessmentId));
}

/** The facts of assessments of one body against one document, in their order and without alarms (rule A4). */
export async function factsOf(
  reader: Reader,
  assessments: readonly Assessment[],
  { at, deciderId = null, draft = null, historyIntact = null }: FactsOptions,
): Promise<AssessmentFacts[]> {
  const [first] = assessments;
  if (!first) return [];
  const ids = assessments.map(({ id }) => id);
  const { bodyId, documentId } = first;
  const { settings } = found(await reader.findOneBy(TrainingBody, { id: bodyId }));
  const { facts: document, baseCode, keyAspectRefs } = await pinnedDocument(reader, documentId);
  const people = await loadPeople(reader, { ids, bodyId, baseCode, at });
  const items = await loadItems(reader, { ids, at });
  const claims = await loadClaims(reader, ids);
  const { currencyWindowMonths = defaultRuleSettings.currencyWindowMonths } = settings;
  return assessments.map(({ id, candidateId, pathway }) => ({
    assessmentId: id,
    candidateId,
    pathway,
    at,
    zone: timeZone,
    settings: { ...defaultRuleSettings, currencyWindowMonths },
    document,
    keyAspectRefs,
    assessors: people.get(id) ?? [],
    deciderId,
    items: items.get(id) ?? [],
    claims: claims.get(id) ?? [],
    draft,
    historyIntact,
  }));
}

/** The facts with the alarms of their items; a candidate's reading leaves them out. */
export function withAlarms(facts: AssessmentFacts, alarms: Alarms): AssessmentFacts {
  if (alarms.size === 0) return facts;
  const items = facts.items.map((item): ItemFact => ({ ...item, alarms: alarms.get(item.id) ?? [] }));
  return { ...facts, items };
}
