import { createHash } from 'node:crypto';
import {
  type TargetEvidence,
  type VerdictClaim,
  type VerdictItem,
  type VerdictJudgement,
  type VerdictRecord,
  type VerdictReport,
  type VerdictTarget,
} from '../../documents/record.js';
import { observation, sitting } from './verdict-observations.js';
import { plan } from './verdict-plan.js';
import { circumstances, questioning } from './verdict-questioning.js';

const elements: [string, string[]][] = [
  [
    '應用銷售和行銷原則發展客戶服務中心的績效',
    [
      '為客戶服務中心選擇一個有效的銷售和行銷原則架構',
      '與利害關係人達成銷售和行銷原則的共識',
      '把銷售和行銷原則整合於客戶服務的經營目標與策略中',
      '確定客戶服務中心供應鏈的要素',
      '有效地推廣客戶服務中心給供應鏈客戶',
    ],
  ],
  [
    '啟動、評估和維護行銷資料庫系統',
    [
      '確定適當的行銷資料庫的欄位與功能',
      '開發和測試行銷資料庫',
      '評估和提升行銷資料庫的功能，讓行銷運作極佳化',
      '建立有效的資料庫維護程序',
      '建立緊急應變計畫以應對資料庫與系統之故障',
    ],
  ],
  [
    '建立和評估客戶服務和留住策略',
    [
      '辨識有效的售後服務策略',
      '制定策略，提升客戶忠誠度與回籠率',
      '建立流程，以支持售後服務和留住客戶策略',
      '監測和檢視售後服務及留住客戶流程',
      '調整流程，以優化客戶服務和留住客戶',
    ],
  ],
  [
    '分析銷售和客戶活動成果',
    [
      '辨識與利害關係人權益相關之銷售和服務報告準則',
      '分析與關鍵績效指標相關的銷售和服務數據',
      '即時提供績效與活動相關數據報告給利害關係人',
    ],
  ],
];
const keyAspects = [
  '應用行銷原則在客戶聯繫作業上',
  '開發和維護行銷資料庫',
  '發展客戶服務和回籠策略',
  '分析並報告客戶聯繫績效',
  '展現對銷售和行銷原則的認識',
];
const forms = ['document', 'observation', 'spreadsheet', 'questioning', 'audio', 'third_party_report'];
const assessor = { id: 'assessor-1', name: '林評量', qualification: '職能評量者訓練（2024-11，字第 0123 號）' };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A competent verdict on KMM5R0915v2: 18 criteria, 5 key aspects, 12 items. */
export function verdictRecord(changes: Partial<VerdictRecord> = {}): VerdictRecord {
  const criteria = elements.flatMap(([text, texts], e) => [
    target(`E${e + 1}`, 'element', null, text, []),
    ...texts.map((each, c) =>
      target(`${e + 1}.${c + 1}`, 'criterion', `E${e + 1}`, each, [(e * 5 + c) % 12, (e * 5 + c + 5) % 12]),
    ),
  ]);
  const aspects = keyAspects.map((text, k) => target(`KA${k + 1}`, 'key_aspect', null, text, [k + 1]));
  const guide = [
    target('CR1', 'context', null, '組織的行銷策略與客戶服務規定', []),
    target('CR2', 'context', null, '客戶資料庫', []),
    target('M1', 'method', null, '直接提問，搭配證據作品集的檢閱以及受評者工作績效的第三方報告', []),
  ];
  const targets = [...criteria, ...aspects, ...guide];
  return {
    schema: 'touchstone/verdict/1',
    documentNumber: 'TS-2026-000042',
    unit: {
      kind: 'competency_unit',
      code: 'KMM5R0915v2',
      version: 2,
      edition: 1,
      name: '發展客戶服務的行銷策略',
      level: 5,
      sourceSha256: sha256('source'),
    },
    body: { id: 'body-1', name: '試金石職能評量中心' },
    candidate: { id: 'candidate-1', name: '王小明' },
    attempt: 1,
    previous: null,
    pathway: 'training',
    plan: plan(assessor),
    leadAssessor: assessor,
    assessors: [assessor, { id: 'assessor-2', name: '陳協評', qualification: null }],
    outcome: 'competent',
    reasons: '十八項行為指標與五項關鍵面向均有可採計的直接或間接證據，觀察與提問結果一致。',
    gaps: [],
    feedback: '資料庫維護程序的文件清楚完整，建議持續累積不同活動期間的績效報告。',
    nextStep: null,
    decidedAt: '2026-03-02T01:02:03.456Z',
    decidedOn: '2026-03-02',
    settings: { version: 2, currencyWindowMonths: 24, classScheme: 'default', timeZone: 'Asia/Taipei' },
    targets,
    items: Array.from({ length: 12 }, (_, i) => item(i + 1)),
    sittings: [sitting()],
    claims: targets.flatMap(({ ref, evidence }) => evidence.map((one) => claim(ref, one))),
    judgements: targets.flatMap(({ ref, evidence }) => evidence.map((one) => judgement(ref, one))),
    evaluatedRules: ['V1', 'V2', 'S1', 'S3', 'S5', 'S11', 'A1', 'A4', 'C1', 'C2', 'P1', 'P4'],
    warnings: [{ rule: 'S9', text: '單一證據支持三分之一以上的行為指標。' }],
    waivers: [
      {
        rule: 'V3',
        reason: '第三方報告已涵蓋此方法所需的證據形式',
        waivedBy: assessor,
        waivedAt: '2026-03-01T08:00:00.000Z',
      },
    ],
    verificationUrl: 'https://assess.example.tw/v/TS-2026-000042',
    appealUntil: '2026-04-01',
    basisHash: sha256('basis'),
    ...changes,
  };
}

export function target(
  ref: string,
  type: VerdictTarget['type'],
  parentRef: string | null,
  text: string,
  items: number[],
): VerdictTarget {
  const heading = ['duty', 'task', 'element', 'block', 'context', 'method'].includes(type);
  const evidence = items.map((index): TargetEvidence => {
    const itemNumber = (index % 12) + 1;
    return {
      itemNumber,
      claimId: `claim-${ref}-${itemNumber}`,
      method: index % 3 === 0 ? null : `M${(index % 3) + 1}`,
      place: index % 2 === 0 ? `第 ${index + 1} 頁` : null,
      judgedBy: 'assessor-1',
      judgedAt: '2026-02-28T02:00:00.000Z',
    };
  });
  return { ref, code: ref, type, parentRef, text, result: heading ? null : 'met', evidence, through: [] };
}

function item(number: number): VerdictItem {
  const form = forms[number % forms.length]!;
  const direct = form === 'observation' || form === 'questioning';
  const signed = direct || form === 'third_party_report';
  return {
    number,
    id: `item-${number}`,
    title: `客戶服務中心行銷證據 ${number}`,
    form,
    class: direct ? 'direct' : form === 'third_party_report' ? 'supplementary' : 'indirect',
    fromAttempt: number === 3 ? 1 : null,
    producedOn: '2026-01-15',
    receivedAt: '2026-02-01T03:04:05.000Z',
    declaredAt: signed ? null : '2026-02-01T03:10:00.000Z',
    signedAt: signed ? '2026-02-01T03:10:00.000Z' : null,
    files: [
      {
        name: `證據-${number}.pdf`,
        size: 12_345 * number,
        mediaType: 'application/pdf',
        sha256: sha256(`file ${number}`),
        redactionOf: null,
      },
    ],
    url: number === 5 ? 'https://example.tw/campaign?id=5&lang=zh' : null,
    statement: null,
    observation: form === 'observation' ? observation(number) : null,
    questioning: form === 'questioning' ? questioning(number) : null,
    circumstances: circumstances(number),
    report: form === 'third_party_report' ? report(number) : null,
    withdrawnAt: null,
    withdrawalReason: null,
  };
}

function report(number: number): VerdictReport {
  return {
    reportedBy: { name: '王大明', post: '客服中心督導', relation: '直屬主管' },
    periodFrom: '2025-07-01',
    periodTo: '2025-12-31',
    reportedOn: '2026-01-15',
    general: '半年來每月依資料庫的報表調整推廣名單，績效會議由其主持。',
    answers: [
      { ref: '2.5', seen: 'yes', comment: '十一月系統停機時，依應變計畫改以紙本登錄，隔日補入。' },
      { ref: '3.4', seen: 'partly', comment: '見過檢視會議，沒有見過監測的原始紀錄。' },
      { ref: '4.1', seen: 'no', comment: null },
      { ref: 'KA2', seen: 'unknown', comment: null },
    ],
    signedSha256: sha256(`report ${number}`),
  };
}

function claim(targetRef: string, { claimId, itemNumber, method, place }: TargetEvidence): VerdictClaim {
  return {
    id: claimId,
    itemNumber,
    targetRef,
    method,
    methodReason: null,
    carriedFrom: null,
    place,
    proposedBy: { id: 'candidate-1', name: '王小明' },
    proposedAt: '2026-02-02T02:00:00.000Z',
    state: 'accepted',
    counts: true,
    why: [],
  };
}

function judgement(targetRef: string, { claimId, itemNumber }: TargetEvidence): VerdictJudgement {
  return {
    id: `judgement-${claimId}`,
    claimId,
    itemNumber,
    targetRef,
    result: 'accepted',
    rules: { validity: true, sufficiency: true, authenticity: true, currency: true },
    reason: null,
    judgedBy: 'assessor-1',
    judgedAt: '2026-02-28T02:00:00.000Z',
    supersededBy: null,
  };
}
