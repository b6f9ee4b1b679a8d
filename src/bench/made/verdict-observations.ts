import { sha256 } from '../../common/ids.js';
import { type VerdictObservation, type VerdictSitting } from '../../documents/record-observation.js';

const observer = { id: 'assessor-1', name: '林評量' };

/** What the assessor saw; later ones of an arranged task. */
export function observation(number: number): VerdictObservation {
  return {
    observedBy: observer,
    startedAt: '2026-01-15T01:00:00.000Z',
    endedAt: '2026-01-15T02:30:00.000Z',
    task: number > 6 ? '匯入一份名單並寄出報告。' : null,
    place: '客服中心三樓',
    present: '王小明、林評量、當班組長',
    context: '平日上午尖峰時段，使用正式的行銷資料庫。',
    notes: '先說明名單來源，再示範匯入、查重與寄送報告。',
    method: 'M1',
    outcomes: [
      { ref: '2.2', outcome: 'shown', note: '當場匯入五十筆測試資料，重複的三筆依規則合併。' },
      { ref: '2.4', outcome: 'not_shown', note: '未能說出備份後如何確認可還原。' },
      { ref: '1.5', outcome: 'not_seen', note: '當日沒有推廣活動。' },
      { ref: 'KA4', outcome: 'shown', note: null },
    ],
    signedSha256: sha256(`observation ${number}`),
  };
}

/** The first observation and the second, watched together. */
export function sitting(): VerdictSitting {
  const [one, other] = [1, 7];
  return {
    id: 'sitting-1',
    place: '客服中心三樓',
    startedAt: '2026-01-15T01:00:00.000Z',
    endedAt: '2026-01-15T02:30:00.000Z',
    note: '兩位評量者同場觀察。',
    observers: [
      { itemNumber: one, observedBy: observer },
      { itemNumber: other, observedBy: { id: 'assessor-2', name: '陳協評' } },
    ],
    targets: [
      {
        ref: '2.2',
        seen: [one, other].map((itemNumber) => ({ itemNumber, outcome: 'shown' as const })),
        differs: false,
        concluded: 'shown',
        reason: null,
      },
      {
        ref: '2.4',
        seen: [
          { itemNumber: one, outcome: 'not_shown' },
          { itemNumber: other, outcome: 'shown' },
        ],
        differs: true,
        concluded: 'not_shown',
        reason: '陳協評看到的是事先備妥的還原步驟。',
      },
      {
        ref: 'KA4',
        seen: [{ itemNumber: one, outcome: 'shown' }],
        differs: false,
        concluded: 'shown',
        reason: null,
      },
    ],
    conclusion: {
      concludedBy: observer,
      concludedAt: '2026-02-01T05:00:00.000Z',
      notes: '討論後一致同意。',
      contentSha256: sha256('sitting-1'),
    },
  };
}
