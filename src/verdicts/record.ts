import { qualifies } from '../people/qualified.js';
import { dateIn } from '../common/clock.js';
import { type AssessorParty, canonicalSha256, type VerdictRecord, verdictSchema } from '../documents/record.js';
import { defaultLocale } from '../i18n/i18n.js';
import { evaluatedRules } from '../sufficiency/coverage.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { explain } from '../sufficiency/explain.js';
import { type Basis } from './basis.js';
import { pinnedSettings } from './pinned-settings.js';
import { recordClaims } from './record-claims.js';
import { recordItems, recordJudgements } from './record-evidence.js';
import { recordPlan } from './record-plan.js';
import { recordSittings } from './record-sittings.js';
import { recordTargets } from './record-targets.js';
import { type Reference } from './signed-documents.js';

/** What the assessor decides, in their own words. */
export type Decision = Pick<VerdictRecord, 'outcome' | 'reasons' | 'gaps' | 'feedback' | 'nextStep'>;

/**
 * The record of a verdict: the decision and, frozen, all it rests on. `basisHash` is the SHA-256 over the canonical
 * JSON of the record without the decision's own words, its reference and `basisHash` itself, so anybody can make it again.
 */
export function verdictRecord(
  basis: Basis,
  evaluation: Evaluation,
  decision: Decision,
  reference: Reference,
): VerdictRecord {
  const frozen = { schema: verdictSchema, ...frozenBasis(basis, evaluation) } as const;
  return { ...frozen, ...decision, ...reference, basisHash: canonicalSha256(frozen) };
}

function frozenBasis(basis: Basis, evaluation: Evaluation) {
  const { assessment, body, document, facts, names } = basis;
  const { candidateId, attempt, pathway } = assessment;
  const { code, version, edition, name, level, sourceSha256 } = document;
  const kind = document.kind === 'competency_unit' ? ('competency_unit' as const) : ('occupational_standard' as const);
  const lead = party(basis, facts.deciderId!);
  const items = recordItems(basis, evaluation);
  return {
    unit: { kind, code, version, edition, name, level, sourceSha256 },
    body: { id: body.id, name: body.name },
    candidate: { id: candidateId, name: names.get(candidateId) ?? candidateId },
    attempt,
    previous: basis.previous,
    pathway,
    plan: recordPlan(basis),
    leadAssessor: lead,
    assessors: otherAssessors(basis),
    decidedAt: facts.at,
    decidedOn: dateIn(facts.at, facts.zone),
    settings: pinnedSettings(basis.settings, facts.zone),
    targets: recordTargets(basis, evaluation),
    items,
    sittings: recordSittings(basis, items),
    claims: recordClaims(basis, evaluation),
    judgements: recordJudgements(basis),
    evaluatedRules: evaluatedRules(facts),
    warnings: warnings(evaluation),
    waivers: waivers(evaluation),
  };
}

/** Everybody else who assessed: assigned to it, or having judged in it. */
function otherAssessors(basis: Basis): AssessorParty[] {
  const { deciderId, assessors, claims } = basis.facts;
  const assigned = assessors.filter(({ duty }) => duty !== 'verifier').map(({ userId }) => userId);
  const judged = claims.flatMap(({ judgements }) => judgements.map(({ by }) => by));
  const others = new Set([...assigned, ...judged].filter((id) => id !== deciderId));
  return [...others].sort().map((id) => party(basis, id));
}

/** A person with the qualification that covers the document and holds at the verdict. */
function party({ names, qualifications, document, facts }: Basis, id: string): AssessorParty {
  const held = qualifications.find(
    (qualification) => qualification.userId === id && qualifies(qualification, document.baseCode, facts.at),
  );
  return { id, name: names.get(id) ?? id, qualification: held?.title ?? null };
}

/** What warns and is for the document: that another candidate holds the same bytes is no word for this one's (rule A4). */
const warningsIn = ({ findings }: Evaluation) =>
  findings.filter(({ severity, problem }) => severity === 'warns' && problem !== 'same_bytes_elsewhere');

/** What warned and nobody answered for. */
function warnings(evaluation: Evaluation): VerdictRecord['warnings'] {
  return warningsIn(evaluation)
    .filter(({ waiver }) => waiver === null)
    .map((finding) => ({ rule: finding.rule, text: explain(finding, defaultLocale).problem }));
}

/** The answers to what warned, each once; one that no warning needs any more is not printed. */
function waivers(evaluation: Evaluation): VerdictRecord['waivers'] {
  const given = new Map(warningsIn(evaluation).flatMap(({ waiver }) => (waiver ? [[waiver.id, waiver] as const] : [])));
  return [...given.values()].map(({ rule, reason, by, byName, at }) => ({
    rule,
    reason,
    waivedBy: { id: by, name: byName },
    waivedAt: at,
  }));
}
