import { type Texts } from './i18n.js';

type Key =
  | 'version'
  | 'version_defaults'
  | 'currencyWindowMonths'
  | 'classScheme_default'
  | 'classScheme_own'
  | 'classSchemeSha256'
  | 'knowledgeAndSkills_warns'
  | 'knowledgeAndSkills_blocks'
  | 'minimumMethods'
  | 'minimumClasses'
  | 'independentItems'
  | 'largestShareDivisor'
  | 'continuousDates'
  | 'appealDays'
  | 'evidenceYears'
  | 'judgementYears'
  | 'certificateYears'
  | 'invitationDays'
  | 'privacyNoticeSha256'
  | 'timeZone';

/** What a training body has set, as a document says it. Source: domain.md, Rules. */
export const settingTexts: Texts<Key> = {
  'zh-TW': {
    version: '訓練機構的第 {value} 版設定',
    version_defaults: '系統預設值（訓練機構未另行設定）',
    currencyWindowMonths: '證據時效：{value} 個月',
    classScheme_default: '證據分類：預設（評量者親自見聞為直接，受評者的成果為間接，他人的報告為補充）',
    classScheme_own: '證據分類：訓練機構自訂',
    classSchemeSha256: '證據分類表的 SHA-256：{value}',
    knowledgeAndSkills_warns: '知識或技能沒有證據時：提醒',
    knowledgeAndSkills_blocks: '知識或技能沒有證據時：不得判定為已具備',
    minimumMethods: '評量方法：至少完成 {value} 種',
    minimumClasses: '證據類別：至少 {value} 類',
    independentItems: '每項行為指標的獨立證據：至少 {value} 件',
    largestShareDivisor: '單一證據支持的行為指標：至多占全部的 1/{value}',
    continuousDates: '須持續展現的行為指標：證據至少來自 {value} 個日期',
    appealDays: '申覆期限：自通知起 {value} 日',
    evidenceYears: '證據保存年限：{value} 年',
    judgementYears: '判斷紀錄保存年限：{value} 年',
    certificateYears: '證明登記保存年限：{value} 年',
    invitationDays: '第三方報告連結的有效期間：{value} 日',
    privacyNoticeSha256: '個人資料告知事項的 SHA-256：{value}',
    timeZone: '日期與時間：{value} 時區',
  },
  en: {
    version: 'Version {value} of the training body’s settings',
    version_defaults: 'The defaults: the training body has set nothing of its own',
    currencyWindowMonths: 'Currency of evidence: {value} months',
    classScheme_default:
      'Classes of evidence: default (witnessed by the assessor is direct, the candidate’s work is indirect, reports of others are supplementary)',
    classScheme_own: 'Classes of evidence: the training body’s own',
    classSchemeSha256: 'SHA-256 of the scheme of classes: {value}',
    knowledgeAndSkills_warns: 'Knowledge or skills without evidence: a warning',
    knowledgeAndSkills_blocks: 'Knowledge or skills without evidence: “competent” is refused',
    minimumMethods: 'Methods of assessment done: at least {value}',
    minimumClasses: 'Classes of evidence: at least {value}',
    independentItems: 'Independent items for each criterion: at least {value}',
    largestShareDivisor: 'Criteria that one item carries: at most 1/{value} of all',
    continuousDates: 'Criteria to be kept up: evidence from at least {value} dates',
    appealDays: 'Time to appeal: {value} days from notification',
    evidenceYears: 'Evidence is kept for {value} years',
    judgementYears: 'Judgements are kept for {value} years',
    certificateYears: 'The register of certificates is kept for {value} years',
    invitationDays: 'Links for third-party reports can be used for {value} days',
    privacyNoticeSha256: 'SHA-256 of the notice on personal data: {value}',
    timeZone: 'Dates and times: time zone {value}',
  },
};
