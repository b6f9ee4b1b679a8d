import { type VerdictPlan } from '../../documents/record-plan.js';
import { type AssessorParty } from '../../documents/record.js';
import { sha256 } from '../../common/ids.js';

/** A plan in its second version, acknowledged, with a method of its own and a context that is not there. */
export function plan(assessor: AssessorParty): VerdictPlan {
  return {
    version: 2,
    madeBy: { id: assessor.id, name: assessor.name },
    madeAt: '2026-01-20T02:00:00.000Z',
    acknowledgedAt: '2026-01-21T03:00:00.000Z',
    firstAcknowledgedAt: '2026-01-11T03:00:00.000Z',
    methods: [
      {
        code: 'M1',
        name: '直接提問，搭配證據作品集的檢閱以及受評者工作績效的第三方報告',
        source: 'guide',
        reason: null,
        needsAllOf: [['questioning_record'], ['portfolio_item'], ['third_party_report']],
      },
      {
        code: 'X1',
        name: '模擬客訴處理',
        source: 'own',
        reason: '評量期間沒有真實客訴',
        needsAllOf: [['demonstration', 'observation']],
      },
    ],
    contexts: [
      { ref: 'CR1', available: true, reason: null },
      { ref: 'CR2', available: false, reason: '系統汰換中，以匯出的資料代替' },
    ],
    adjustments: [{ what: '提問', changed: '改以書面進行，時間延長三十分鐘' }],
    parts: [
      { assessor: { id: assessor.id, name: assessor.name }, refs: [] },
      { assessor: { id: 'assessor-2', name: '陳協評' }, refs: ['E2', '3.1'] },
    ],
    note: '第三次到場時補看第三項職能要素。',
    contentSha256: sha256('plan'),
  };
}
