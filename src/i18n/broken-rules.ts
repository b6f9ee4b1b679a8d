import { type Locale, type TextParams, type Texts, fill } from './i18n.js';

export type BrokenRule = 'not_qualified' | 'interest_undeclared' | 'interest_conflict';

/** Why a rule of domain.md refuses what was asked, in words that say what to do about it. */
const texts: Texts<BrokenRule> = {
  'zh-TW': {
    not_qualified: '您在 {date} 沒有涵蓋 {code} 的有效資格，不能評量。請訓練機構的管理者先登錄您的資格。',
    interest_undeclared: '請先申報您與這次評量的利益關係，再進行評量。',
    interest_conflict: '您申報與這次評量有利益衝突，不能評量。請訓練機構改派其他評量者。',
  },
  en: {
    not_qualified:
      'You hold no qualification covering {code} that is valid on {date}, so you may not assess. Ask an administrator of the training body to record it.',
    interest_undeclared: 'Declare your interests in this assessment before you assess.',
    interest_conflict:
      'You declared a conflict of interest in this assessment, so you may not assess it. The training body must assign another assessor.',
  },
};

/** The words for a broken rule; a reason we have no words for is shown as it is. */
export function brokenRuleText(reason: string, params: TextParams, locale: Locale): string {
  const known = texts[locale] as Record<string, string>;
  return Object.hasOwn(known, reason) ? fill(known[reason]!, params, locale) : reason;
}
