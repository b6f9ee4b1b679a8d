import { type ClassScheme, defaultClassScheme } from './evidence-class.js';

/** What is policy and not rule: a training body's own, versioned, and pinned by every verdict. */
export interface RuleSettings {
  /** C2: months after which evidence is no longer current, from 1 to 120. */
  readonly currencyWindowMonths: number;
  /** The class of every form by every provenance. */
  readonly classScheme: ClassScheme;
  /** S4: whether a knowledge or skill item without evidence only warns, or blocks. */
  readonly knowledgeAndSkills: 'warns' | 'blocks';
  /** S7: how many methods done, and how many classes of evidence. */
  readonly minimumMethods: number;
  readonly minimumClasses: number;
  /** S8: independent items for each criterion. */
  readonly independentItems: number;
  /** S9: one item carries at most the criteria divided by this. */
  readonly largestShareDivisor: number;
  /** S10: dates on which a continuous criterion has evidence. */
  readonly continuousDates: number;
  /** P7: days from notification in which a candidate may appeal. */
  readonly appealDays: number;
  /** R1: years after the last verdict that each kind of record is kept. */
  readonly evidenceYears: number;
  readonly judgementYears: number;
  readonly certificateYears: number;
  /** Days in which a third party's one-time link can be used. */
  readonly invitationDays: number;
  /** What candidates are told of their personal data; acknowledged with the plan (P2). */
  readonly privacyNotice: string;
}

/** How a body may set its numbers: from, to. */
export const settingBounds = {
  currencyWindowMonths: [1, 120],
  minimumMethods: [1, 14],
  minimumClasses: [1, 3],
  independentItems: [1, 10],
  largestShareDivisor: [1, 20],
  continuousDates: [1, 12],
  appealDays: [1, 365],
  evidenceYears: [1, 100],
  judgementYears: [1, 100],
  certificateYears: [1, 100],
  invitationDays: [1, 90],
} as const satisfies Partial<Record<keyof RuleSettings, readonly [number, number]>>;

/** All values: one that a stored version does not have is the default. */
export function wholeSettings(settings: Partial<RuleSettings>): RuleSettings {
  return { ...defaultRuleSettings, ...settings };
}

export const defaultRuleSettings: RuleSettings = {
  currencyWindowMonths: 24,
  classScheme: defaultClassScheme,
  knowledgeAndSkills: 'warns',
  minimumMethods: 3,
  minimumClasses: 2,
  independentItems: 2,
  largestShareDivisor: 3,
  continuousDates: 2,
  appealDays: 30,
  evidenceYears: 3,
  judgementYears: 5,
  certificateYears: 30,
  invitationDays: 14,
  privacyNotice:
    '本機構依個人資料保護法蒐集您的姓名、聯絡方式、職能證據與評量紀錄，用於評量、審查、申覆與結果證明之核發與查驗，' +
    '並依公告之年限保存。您可以請求查詢、閱覽、複製、補充或更正您的資料；保存期限屆滿前之刪除，依法令及申覆程序辦理。',
};
