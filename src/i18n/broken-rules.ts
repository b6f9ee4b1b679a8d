import { type Locale, type TextParams, type Texts } from './i18n.js';
import { tell } from './tell.js';

export type BrokenRule =
  | 'not_qualified'
  | 'interest_undeclared'
  | 'interest_conflict'
  | 'third_party_is_candidate'
  | 'appeal_decider_is_candidate'
  | 'appeal_decider_gave_verdict'
  | 'appeal_decider_took_part'
  | 'appeal_decider_has_conflict'
  | 'third_party_is_assessor'
  | 'verifier_took_part'
  | 'verification_incomplete';

/** Why a rule of domain.md refuses what was asked, in words that say what to do about it. */
const texts: Texts<BrokenRule> = {
  'zh-TW': {
    not_qualified: '您在 {date} 沒有涵蓋 {code} 的有效資格，不能評量。請訓練機構的管理者先登錄您的資格。',
    interest_undeclared: '請先申報您與這次評量的利益關係，再進行評量。',
    interest_conflict: '您申報與這次評量有利益衝突，不能評量。請訓練機構改派其他評量者。',
    appeal_decider_is_candidate: '受評者不能決定自己的申覆。請由未參與這次評量的人決定。',
    appeal_decider_gave_verdict: '作成這份判定的人不能決定對它的申覆。請由未參與這次評量的人決定。',
    appeal_decider_took_part: '您曾在這次評量中觀察、提問或判斷，不能決定這件申覆。請由未參與這次評量的人決定。',
    appeal_decider_has_conflict: '您申報與這次評量有利益衝突，不能決定這件申覆。請由其他未參與這次評量的人決定。',
    third_party_is_candidate:
      '第三方不能是受評者本人（姓名或電子郵件與受評者相同）。請邀請實際見過受評者工作的其他人。',
    third_party_is_assessor:
      '第三方不能是這次評量的評量者（姓名或電子郵件與評量者相同）。評量者親自見聞的，請填寫觀察紀錄。',
    verifier_took_part: '審查須由未參與這次評量的人進行；曾評量、觀察、判斷或作成判定的人不能審查。請改派其他審查者。',
    verification_incomplete: '審查須有發現、改善行動與完成期限。請補上行動與期限，或改以「確認」結案。',
  },
  en: {
    not_qualified:
      'You hold no qualification covering {code} that is valid on {date}, so you may not assess. Ask an administrator of the training body to record it.',
    interest_undeclared: 'Declare your interests in this assessment before you assess.',
    interest_conflict:
      'You declared a conflict of interest in this assessment, so you may not assess it. The training body must assign another assessor.',
    appeal_decider_is_candidate:
      'Candidates do not decide their own appeals. Have it decided by somebody who took no part in this assessment.',
    appeal_decider_gave_verdict:
      'Whoever gave the verdict does not decide the appeal against it. Have it decided by somebody who took no part in this assessment.',
    appeal_decider_took_part:
      'You observed, questioned or judged in this assessment, so you may not decide this appeal. Have it decided by somebody who took no part.',
    appeal_decider_has_conflict:
      'You declared a conflict of interest in this assessment, so you may not decide this appeal. Have it decided by somebody else who took no part.',
    third_party_is_candidate:
      'A third party cannot be the candidate, whose name or e-mail address this is. Invite somebody else who has seen the candidate work.',
    third_party_is_assessor:
      'A third party cannot be an assessor of this assessment, whose name or e-mail address this is. What assessors saw for themselves belongs in an observation.',
    verifier_took_part:
      'A verification is by somebody who took no part in the assessment: not by who assessed, observed, judged or decided. Choose another verifier.',
    verification_incomplete:
      'A verification with something to mend needs findings, an action and a due date. Give them, or confirm the assessment.',
  },
};

/** The words for a broken rule; a reason we have no words for is shown as it is. */
export function brokenRuleText(reason: string, params: TextParams, locale: Locale): string {
  const known = texts[locale] as Record<string, string>;
  return Object.hasOwn(known, reason) ? tell(known[reason]!, params, locale) : reason;
}
