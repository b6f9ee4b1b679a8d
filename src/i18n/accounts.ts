import { type Texts } from './i18n.js';

/** The words of `reset-password`. */
export const accountTexts: Texts<'usage' | 'unknown' | 'reset' | 'not_possible'> = {
  'zh-TW': {
    usage: '用法：reset-password 電子郵件',
    unknown: '沒有使用 {email} 的帳號。',
    reset: '{email} 的一次性密碼：{password}（只顯示這一次；原有的登入與 API 權杖均已失效）',
    not_possible: '無法執行：{reason}',
  },
  en: {
    usage: 'Usage: reset-password EMAIL',
    unknown: 'No account has the address {email}.',
    reset: 'One-time password of {email}: {password} (shown only this once; sessions and API tokens have ended)',
    not_possible: 'This was not possible: {reason}',
  },
};
