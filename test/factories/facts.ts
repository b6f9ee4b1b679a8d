import { requiresSignature } from '../../src/settings/evidence-class.js';
import {
  type AssessmentFacts,
  type AssignedAssessor,
  type ClaimFact,
  type ItemFact,
  type JudgementFact,
  type PlanFact,
  type ReportFact,
  type Target,
} from '../../src/sufficiency/facts.js';
import { defaultRuleSettings } from '../../src/settings/rule-settings.js';

/** The moment made facts are measured at: 15 March 2026, noon in Taipei. */
export const verdictAt = '2026-03-15T04:00:00.000Z';
const earlier = '2026-03-01T04:00:00.000Z';

/** A hash that differs with the number. */
export const hashOf = (seed: number) => seed.toString(16).padStart(64, '0');

export function makeTarget(ref: string, changes: Partial<Target> = {}): Target {
  return {
    ref,
    code: ref,
    type: 'criterion',
    parentRef: null,
    block: null,
    text: `Text of ${ref}`,
    continuous: false,
    ...changes,
  };
}

/** An assessor whom nothing keeps from judging. */
export function makeAssessor(userId: string, changes: Partial<AssignedAssessor> = {}): AssignedAssessor {
  return {
    userId,
    name: `Name of ${userId}`,
    email: `${userId}@example.tw`,
    duty: 'assessor',
    assignedAt: '2025-01-01T00:00:00.000Z',
    endedAt: null,
    qualifications: [{ validFrom: '2020-01-01', validUntil: null, revokedAt: null, covers: true }],
    interest: { declaredAt: '2025-01-02T00:00:00.000Z', conflict: false },
    ...changes,
  };
}

/** A declared document that the candidate wrote under the lead's eyes, whose number is also its id and the seed of its hash. */
export function makeItem(number: number, changes: Partial<ItemFact> = {}): ItemFact {
  return {
    id: `item-${number}`,
    number,
    title: `Item ${number}`,
    form: 'document',
    producedBy: 'candidate',
    submittedBy: 'candidate',
    producedOn: '2026-01-10',
    receivedAt: earlier,
    requiresSignature: requiresSignature(changes.form ?? 'document'),
    signedAt: null,
    withdrawnAt: null,
    declaredAt: earlier,
    files: [{ sha256: hashOf(number), size: 1000 }],
    originId: null,
    groupWork: false,
    candidatePart: null,
    copy: false,
    sighted: null,
    supervised: { by: 'lead', at: earlier },
    confirmedBy: [],
    othersData: false,
    othersDataReason: null,
    report: null,
    questioned: [],
    alarms: [],
    ...changes,
  };
}

/** An observation that the lead assessor signed. */
export function makeObservation(number: number, changes: Partial<ItemFact> = {}): ItemFact {
  return makeItem(number, {
    form: 'observation',
    producedBy: 'assessor',
    submittedBy: 'lead',
    signedAt: earlier,
    declaredAt: null,
    files: [],
    ...changes,
  });
}

/** Everything that a third-party report says of itself. */
export function makeReport(changes: Partial<ReportFact> = {}): ReportFact {
  return {
    name: '王主管',
    post: '客服部經理',
    relation: '直屬主管',
    periodFrom: '2025-09-01',
    periodTo: '2026-02-28',
    reportedOn: '2026-03-01',
    contact: '02-1234-5678',
    email: 'manager@example.com',
    ...changes,
  };
}

/** A plan that the candidate acknowledged before the first evidence. */
export function makePlan(changes: Partial<PlanFact> = {}): PlanFact {
  return {
    version: 1,
    madeAt: '2026-01-04T04:00:00.000Z',
    methods: [],
    contexts: [],
    adjustments: [],
    acknowledgedAt: '2026-01-05T04:00:00.000Z',
    firstAcknowledgedAt: '2026-01-05T04:00:00.000Z',
    ...changes,
  };
}

export function makeJudgement(changes: Partial<JudgementFact> = {}): JudgementFact {
  return {
    id: 'judgement',
    by: 'lead',
    decision: 'accepted',
    at: '2026-03-10T04:00:00.000Z',
    reason: null,
    ...changes,
  };
}

/** A claim that the lead assessor accepted. */
export function makeClaim(itemNumber: number, targetRef: string, changes: Partial<ClaimFact> = {}): ClaimFact {
  return {
    id: `claim-${itemNumber}-${targetRef}`,
    itemId: `item-${itemNumber}`,
    targetRef,
    method: null,
    methodReason: null,
    carriedFrom: null,
    proposedBy: 'candidate',
    proposedAt: earlier,
    withdrawnAt: null,
    judgements: [makeJudgement()],
    ...changes,
  };
}

/** A unit of two criteria and a key aspect, every one of them shown by a document and the first also observed. */
export function makeFacts(changes: Partial<AssessmentFacts> = {}): AssessmentFacts {
  return {
    assessmentId: 'assessment',
    candidateId: 'candidate',
    candidate: { name: '林小美', email: 'candidate@example.tw' },
    attempt: 1,
    previous: null,
    pathway: 'training',
    at: verdictAt,
    zone: 'Asia/Taipei',
    settings: defaultRuleSettings,
    document: {
      code: 'KMM5R0915v2',
      kind: 'competency_unit',
      items: [
        makeTarget('E1', { type: 'element' }),
        makeTarget('1.1', { parentRef: 'E1' }),
        makeTarget('1.2', { parentRef: 'E1' }),
        makeTarget('K07', { type: 'knowledge' }),
        makeTarget('KA1', { type: 'key_aspect' }),
        makeTarget('M1', { type: 'method' }),
      ],
    },
    keyAspectRefs: { KA1: ['1.1', '1.2', 'K07'] },
    guideMethods: {},
    plan: makePlan(),
    attributions: [],
    waivers: [],
    assessors: [makeAssessor('lead', { duty: 'lead_assessor' })],
    deciderId: 'lead',
    items: [makeItem(1), makeObservation(2)],
    claims: [makeClaim(1, '1.1'), makeClaim(1, '1.2'), makeClaim(1, 'KA1'), makeClaim(2, '1.1')],
    draft: null,
    historyIntact: true,
    ...changes,
  };
}

/**
 * Facts of a given size, with `perItem` claims of every item spread over the targets: by default each to all. One claim
 * in four is left unjudged, one in eight rejected, every tenth item is an observation and every seventh is old.
 */
export function makeLargeFacts(targets: number, items: number, perItem = targets): AssessmentFacts {
  const refs = Array.from({ length: targets }, (_, index) => `${Math.floor(index / 5) + 1}.${(index % 5) + 1}`);
  const makeOne = (index: number) =>
    index % 10 === 0
      ? makeObservation(index)
      : makeItem(index, { producedOn: index % 7 === 0 ? '2020-01-01' : '2026-01-10' });
  const judgementsOf = (index: number): JudgementFact[] => {
    if (index % 4 === 0) return [];
    if (index % 8 === 1) return [makeJudgement({ decision: 'rejected', reason: 'Shows another process.' })];
    const at = new Date(Date.parse('2026-03-02T00:00:00Z') + (index % 14_000) * 60_000).toISOString();
    return [makeJudgement({ id: `judgement-${index}`, at })];
  };
  return makeFacts({
    document: {
      code: 'KMM5R0915v2',
      kind: 'competency_unit',
      items: refs.map((ref) => makeTarget(ref)),
    },
    keyAspectRefs: {},
    items: Array.from({ length: items }, (_, index) => makeOne(index + 1)),
    claims: Array.from({ length: items * perItem }, (_, index) => {
      const item = Math.floor(index / perItem) + 1;
      const ref = refs[((index % perItem) + item) % refs.length]!;
      return makeClaim(item, ref, { id: `claim-${index}`, judgements: judgementsOf(index) });
    }),
  });
}
