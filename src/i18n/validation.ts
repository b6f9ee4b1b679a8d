import { type Locale, type Texts, fill } from './i18n.js';

const texts: Texts<
  | 'isNotEmpty'
  | 'isString'
  | 'isUuid'
  | 'isEmail'
  | 'isIn'
  | 'isInt'
  | 'isBoolean'
  | 'isArray'
  | 'isUrl'
  | 'maxLength'
  | 'minLength'
  | 'matches'
  | 'isCalendarDate'
  | 'isInstant'
  | 'arrayMaxSize'
  | 'arrayMinSize'
  | 'whitelistValidation'
  | 'min'
  | 'max'
  | 'other'
> = {
  'zh-TW': {
    isNotEmpty: '請填寫這個欄位。',
    isString: '必須是文字。',
    isUuid: '不是有效的識別碼。',
    isEmail: '不是有效的電子郵件。',
    isIn: '不是可選的值。',
    isInt: '必須是整數。',
    isBoolean: '必須是「是」或「否」。',
    isArray: '必須是清單。',
    isUrl: '不是有效的 http 或 https 網址。',
    maxLength: '內容太長。',
    minLength: '內容太短。',
    matches: '格式不正確。',
    isCalendarDate: '必須是有效的日期（YYYY-MM-DD）。',
    isInstant: '必須是有效的時間（ISO 8601，含時區）。',
    arrayMaxSize: '項目太多。',
    arrayMinSize: '至少需要一項。',
    whitelistValidation: '沒有這個欄位。',
    min: '數值太小。',
    max: '數值太大。',
    other: '內容不正確。',
  },
  en: {
    isNotEmpty: 'Fill this in.',
    isString: 'This must be text.',
    isUuid: 'This is not a valid id.',
    isEmail: 'This is not an e-mail address.',
    isIn: 'This is not one of the choices.',
    isInt: 'This must be a whole number.',
    isBoolean: 'This must be true or false.',
    isArray: 'This must be a list.',
    isUrl: 'This is not an http or https address.',
    maxLength: 'This is too long.',
    minLength: 'This is too short.',
    matches: 'This has the wrong form.',
    isCalendarDate: 'This must be a real date (YYYY-MM-DD).',
    isInstant: 'This must be a real time (ISO 8601 with a zone).',
    arrayMaxSize: 'There are too many entries.',
    arrayMinSize: 'At least one entry is needed.',
    whitelistValidation: 'There is no such field.',
    min: 'This is too small.',
    max: 'This is too large.',
    other: 'This is not right.',
  },
};

/** The text for a broken class-validator rule; one we have no words for still says that the field is wrong. */
export function validationText(rule: string, locale: Locale): string {
  const known = texts[locale] as Record<string, string>;
  return fill(Object.hasOwn(known, rule) ? known[rule]! : known.other!, {}, locale);
}
