import { type AssessorFacts, entitlementFault } from './entitlement.js';

const qualification = { documentCodes: [] as string[], validFrom: '2026-01-01', validUntil: null, revokedAt: null };
const entitled: AssessorFacts = {
  qualifications: [qualification],
  interest: { conflict: false },
  baseCode: 'KMM5R0915',
  at: '2026-03-02T03:00:00.000Z',
};
const qualifiedBy = (...rows: Partial<AssessorFacts['qualifications'][number]>[]) => ({
  ...entitled,
  qualifications: rows.map((row) => ({ ...qualification, ...row })),
});

describe('who may assess today', () => {
  it.each<[string, AssessorFacts, string | null]>([
    ['is qualified for every document and free of conflicts', entitled, null],
    ['is qualified for this document', qualifiedBy({ documentCodes: ['BAS4222-002', 'KMM5R0915'] }), null],
    ['is qualified for other documents only', qualifiedBy({ documentCodes: ['KMM5R0916'] }), 'not_qualified'],
    ['holds no qualification', qualifiedBy(), 'not_qualified'],
    ['becomes qualified today', qualifiedBy({ validFrom: '2026-03-02' }), null],
    ['becomes qualified tomorrow', qualifiedBy({ validFrom: '2026-03-03' }), 'not_qualified'],
    ['is qualified for the last day', qualifiedBy({ validUntil: '2026-03-02' }), null],
    ['was qualified until yesterday', qualifiedBy({ validUntil: '2026-03-01' }), 'not_qualified'],
    ['had the qualification revoked', qualifiedBy({ revokedAt: '2026-02-01T00:00:00.000Z' }), 'not_qualified'],
    ['holds one that ended and one that holds', qualifiedBy({ validUntil: '2026-02-01' }, {}), null],
    ['has declared nothing', { ...entitled, interest: null }, 'interest_undeclared'],
    ['has declared a conflict', { ...entitled, interest: { conflict: true } }, 'interest_conflict'],
    ['is not qualified and in conflict', { ...qualifiedBy(), interest: { conflict: true } }, 'not_qualified'],
  ])('is answered for somebody who %s', (_, facts, fault) => {
    expect(entitlementFault(facts)).toBe(fault);
  });
});
