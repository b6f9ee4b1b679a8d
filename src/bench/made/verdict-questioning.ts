import { createHash } from 'node:crypto';
import { type VerdictCircumstances, type VerdictQuestioning } from '../../documents/record-questioning.js';

const assessor = { id: 'assessor-1', name: '林評量' };

/** A conversation with every outcome; every second one is about prior learning. */
export function questioning(number: number): VerdictQuestioning {
  return {
    purpose: number > 6 ? 'rpl_conversation' : 'questioning',
    askedBy: assessor,
    askedAt: '2026-01-16T06:00:00.000Z',
    endedAt: '2026-01-16T06:40:00.000Z',
    place: '客服中心會議室',
    present: '王小明、林評量',
    notes: '依題本提問，全程錄音。',
    method: 'M3',
    questions: [
      {
        text: '名單從哪些來源匯入？如何避免同一位顧客重複收到邀約？',
        refs: ['2.2', '2.4'],
        mode: 'oral',
        answer: '來源有門市、客服與網站三處；匯入前先以電話與電子郵件比對，重複的保留最近一筆。',
        outcome: 'satisfactory',
        note: '舉出去年十一月的實例。',
      },
      {
        text: '請寫下績效報告要送給哪些利害關係人，以及各自關心的指標。',
        refs: ['4.1'],
        mode: 'written',
        answer: '送業務部與財務部。',
        outcome: 'not_satisfactory',
        note: null,
      },
      { text: '系統停機時如何處理？', refs: ['2.5'], mode: 'oral', answer: null, outcome: 'not_asked', note: null },
      {
        text: '這一年裡最有把握的成果是什麼？',
        refs: [],
        mode: 'oral',
        answer: '回籠率提高四個百分點。',
        outcome: 'satisfactory',
        note: null,
      },
    ],
    about: [1, 5],
    signedSha256: createHash('sha256').update(`questioning ${number}`).digest('hex'),
  };
}

const nothing: VerdictCircumstances = {
  groupWork: false,
  candidatePart: null,
  copy: false,
  sighted: null,
  supervised: null,
  confirmedBy: [],
  othersData: false,
  othersDataReason: null,
};
const seen = { by: assessor, at: '2026-02-02T02:00:00.000Z' };

/** Something special of a few items, nothing of the others. */
export function circumstances(number: number): VerdictCircumstances {
  const special: Record<number, Partial<VerdictCircumstances>> = {
    2: { groupWork: true, candidatePart: '負責欄位設計與測試資料，共四人完成。', copy: true, sighted: seen },
    4: { copy: true, othersData: true, othersDataReason: '客訴對話須保留上下文，已取得書面同意。' },
    5: { supervised: seen, confirmedBy: [3, 9] },
    8: { groupWork: true, othersData: true },
  };
  return { ...nothing, ...special[number] };
}
