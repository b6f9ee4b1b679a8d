import { type AssessmentFacts, type PlannedMethod } from '../../src/sufficiency/facts.js';
import { makeClaim, makeFacts, makeItem, makeObservation, makePlan, makeTarget } from './facts.js';

/** A method of the document as the plan has it. */
export function makeMethod(key: string, ...needsAllOf: string[][]): PlannedMethod {
  return { key, name: `Text of ${key}`, source: 'document', reason: null, needsAllOf };
}

/**
 * A unit of two elements that no rule finds anything amiss in: three methods done, every criterion shown by a document
 * and witnessed, the skill attributed to a criterion. Items are numbered 1 to 6, two to a criterion; 6 is oral questions.
 */
export function makeSoundFacts(changes: Partial<AssessmentFacts> = {}): AssessmentFacts {
  return makeFacts({
    document: {
      code: 'KMM5R0915v2',
      kind: 'competency_unit',
      items: [
        makeTarget('E1', { type: 'element' }),
        makeTarget('1.1', { parentRef: 'E1' }),
        makeTarget('1.2', { parentRef: 'E1', continuous: true }),
        makeTarget('E2', { type: 'element' }),
        makeTarget('2.1', { parentRef: 'E2' }),
        makeTarget('S01', { type: 'skill' }),
        makeTarget('K07', { type: 'knowledge' }),
        makeTarget('KA1', { type: 'key_aspect' }),
        makeTarget('CTX1', { type: 'context' }),
        makeTarget('CTX2', { type: 'context' }),
        ...['M1', 'M2', 'M3', 'M4'].map((ref) => makeTarget(ref, { type: 'method' })),
      ],
    },
    keyAspectRefs: { KA1: ['1.1', '1.2'] },
    plan: makePlan({
      methods: [
        makeMethod('M1', ['questioning_record'], ['portfolio_item']),
        makeMethod('M2', ['principles_document', 'strategy_document'], ['endorsement_record', 'meeting_minutes']),
        makeMethod('M3'),
      ],
      contexts: [
        { ref: 'CTX1', available: true, reason: null },
        { ref: 'CTX2', available: false, reason: '該系統已停用，改以錄影呈現' },
      ],
    }),
    attributions: [{ targetRef: 'S01', throughRef: '2.1', by: 'lead', at: '2026-03-11T04:00:00.000Z' }],
    items: [
      makeItem(1),
      makeObservation(2),
      makeItem(3),
      makeObservation(4, { producedOn: '2026-02-10' }),
      makeItem(5),
      makeObservation(6, { form: 'questioning', questioned: ['oral'] }),
    ],
    claims: [
      makeClaim(1, '1.1', { method: 'M2' }),
      makeClaim(2, '1.1', { method: 'M3' }),
      makeClaim(3, '1.2', { method: 'M2' }),
      makeClaim(4, '1.2'),
      makeClaim(5, '2.1', { method: 'M1' }),
      makeClaim(6, '2.1', { method: 'M1' }),
      makeClaim(6, 'K07'),
      makeClaim(1, 'KA1'),
    ],
    ...changes,
  });
}
