import { groupBy } from '../common/group-by.js';
import { type VerdictFile, type VerdictItem, type VerdictJudgement } from '../documents/record.js';
import { type VerdictObservation } from '../documents/record-observation.js';
import { type VerdictCircumstances } from '../documents/record-questioning.js';
import { type EvidenceFile } from '../evidence/evidence-file.entity.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { contentId, isDraft } from '../evidence/items.js';
import { type FourRules } from '../judgements/judgement.entity.js';
import { type Observation } from '../observations/observation.entity.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { type Basis } from './basis.js';
import { methodCodes } from './record-claims.js';
import { circumstancesOf, questioningsOf } from './record-questionings.js';
import { reportsOf } from './record-reports.js';
import { order } from './words.js';

/**
 * The evidence that stood when the verdict was given: no record that nobody signed, and nothing withdrawn but what had
 * been judged. Of that the hashes stay and the words do not: it was taken back, and nothing rests on it.
 */
export function recordItems(basis: Basis, { view }: Evaluation): VerdictItem[] {
  const rows = new Map(basis.items.map((row) => [row.id, row]));
  const filesOf = groupBy(basis.files, ({ itemId }) => itemId);
  const contentOf = contents(basis);
  const circumstancesFor = circumstancesOf(basis);
  const { claims } = basis.facts;
  const judged = new Set(claims.filter(({ judgements }) => judgements.length > 0).map(({ itemId }) => itemId));
  return [...view.items.values()].flatMap(({ item: { id, declaredAt }, class: evidenceClass, faults }) => {
    const row = rows.get(id)!;
    const withdrawn = faults.includes('item_withdrawn');
    if (isDraft(row) || (withdrawn && !judged.has(id))) return [];
    const { number, title, form, producedOn, receivedAt, signedAt } = row;
    const files = recordFiles(filesOf.get(contentId(row)) ?? []);
    const dates = { producedOn, receivedAt, declaredAt, signedAt };
    const content = withdrawn ? takenBack(row) : contentOf(row);
    const circumstances = withdrawn ? wordless(circumstancesFor(id)) : circumstancesFor(id);
    const fromAttempt = basis.fromAttempts.get(id) ?? null;
    return [{ number, id, title, form, class: evidenceClass, fromAttempt, ...dates, files, ...content, circumstances }];
  });
}

/** A redacted copy names its original by the hash. */
function recordFiles(files: readonly EvidenceFile[]): VerdictFile[] {
  const hashes = new Map(files.map(({ id, sha256 }) => [id, sha256]));
  return files.map(({ name, size, mediaType, sha256, redactionOf }) => {
    return { name, size, mediaType, sha256, redactionOf: (redactionOf && hashes.get(redactionOf)) || null };
  });
}

type Content = Pick<
  VerdictItem,
  'url' | 'statement' | 'observation' | 'questioning' | 'report' | 'withdrawnAt' | 'withdrawalReason'
>;

function takenBack({ withdrawnAt, withdrawalReason }: EvidenceItem): Content {
  return {
    url: null,
    statement: null,
    observation: null,
    questioning: null,
    report: null,
    withdrawnAt,
    withdrawalReason: withdrawalReason || null,
  };
}

const wordless = (said: VerdictCircumstances): VerdictCircumstances => ({
  ...said,
  candidatePart: null,
  othersDataReason: null,
});

function contents(basis: Basis): (item: EvidenceItem) => Content {
  const observations = new Map(basis.observations.map((row) => [row.id, row]));
  const codeOf = methodCodes(basis);
  const questioningOf = questioningsOf(basis);
  const reportOf = reportsOf(basis);
  return (item) => {
    const { url, statement } = item;
    const row = observations.get(contentId(item));
    const observation = row ? observed(row, basis, codeOf(row.method)) : null;
    const words = {
      url,
      statement: statement || null,
      observation,
      questioning: questioningOf(item),
      report: reportOf(item),
    };
    return { ...words, withdrawnAt: null, withdrawalReason: null };
  };
}

/** Every answer to every claim in the order they were given; an assessor's later answer supersedes the earlier. */
export function recordJudgements({ facts, judgements }: Basis): VerdictJudgement[] {
  const rulesOf = new Map(judgements.map(({ id, rules }) => [id, rules]));
  const numbers = new Map(facts.items.map(({ id, number }) => [id, number]));
  return facts.claims
    .flatMap((claim) => {
      const given = claim.judgements
        .filter(({ at }) => at <= facts.at)
        .sort((a, b) => order(a.at, b.at) || order(a.id, b.id));
      return given.map((judgement, index) => ({
        id: judgement.id,
        claimId: claim.id,
        itemNumber: numbers.get(claim.itemId) ?? 0,
        targetRef: claim.targetRef,
        result: judgement.decision,
        rules: fourRules(rulesOf.get(judgement.id)),
        reason: judgement.reason,
        judgedBy: judgement.by,
        judgedAt: judgement.at,
        supersededBy: given.slice(index + 1).find(({ by }) => by === judgement.by)?.id ?? null,
      }));
    })
    .sort((a, b) => order(a.judgedAt, b.judgedAt) || order(a.id, b.id));
}

function observed(row: Observation, { names }: Basis, method: string | null): VerdictObservation {
  const { assessorId, startedAt, endedAt, task, place, present, context, notes, outcomes, signedSha256 } = row;
  return {
    observedBy: { id: assessorId, name: names.get(assessorId) ?? assessorId },
    startedAt,
    endedAt,
    task,
    place: place || null,
    present: present || null,
    context: context || null,
    notes: notes || null,
    method,
    outcomes: outcomes.map(({ ref, outcome, note }) => ({ ref, outcome, note: note || null })),
    signedSha256,
  };
}

function fourRules(rules: Partial<FourRules> = {}): VerdictJudgement['rules'] {
  const { validity = null, sufficiency = null, authenticity = null, currency = null } = rules;
  return { validity, sufficiency, authenticity, currency };
}
