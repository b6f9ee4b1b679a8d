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
  | 'notBefore'
  | 'arrayMaxSize'
  | 'arrayMinSize'
  | 'whitelistValidation'
  | 'min'
  | 'max'
  | 'isKnownTarget'
  | 'isClaimable'
  | 'isUnique'
  | 'isNotFuture'
  | 'isNotBeforeStart'
  | 'isKnownMethod'
  | 'isKnownClaim'
  | 'isStandingClaim'
  | 'isStandingEvidence'
  | 'isSignedRecord'
  | 'isHeldRule'
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
  | 'isClassScheme'
    isArray: '必須是清單。',
    isUrl: '不是有效的 http 或 https 網址。',
    maxLength: '內容太長。',
    minLength: '內容太短。',
    matches: '格式不正確。',
    isCalendarDate: '必須是有效的日期（YYYY-MM-DD）。',
    notBefore: '結束不可早於開始，且必須先填寫開始。',
    isInstant: '必須是有效的時間（ISO 8601，含時區）。',
    arrayMaxSize: '項目太多。',
    arrayMinSize: '至少需要一項。',
    whitelistValidation: '沒有這個欄位。',
    min: '數值太小。',
    max: '數值太大。',
    isKnownTarget: '鎖定的版本裡沒有這一項。',
    isClaimable: '這一項不能作為主張對應的項目。',
    isUnique: '同一項出現了兩次。',
    isNotFuture: '不可晚於現在。',
    isNotBeforeStart: '結束不可早於開始。',
    isKnownMethod: '鎖定的版本裡沒有這個評量方法。',
    isKnownClaim: '這次評量裡沒有這項主張。',
    isStandingClaim: '這項主張已經撤回。',
    isStandingEvidence: '這項主張的證據已經撤回。',
    isSignedRecord: '這項主張所依據的紀錄尚未簽署。',
    isHeldRule: '接受主張時，這項證據規則必須成立。',
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
    notBefore: 'The end needs a start, and must not come before it.',
    isInstant: 'This must be a real time (ISO 8601 with a zone).',
    arrayMaxSize: 'There are too many entries.',
    arrayMinSize: 'At least one entry is needed.',
    isClassScheme: '分類表必須列出每一種證據形式與每一種來源的類別，且不能有其他項目。',
    whitelistValidation: 'There is no such field.',
    min: 'This is too small.',
    max: 'This is too large.',
    isKnownTarget: 'The pinned version has no such item.',
    isClaimable: 'This is not something evidence is claimed to show.',
    isUnique: 'The same one appears twice.',
    isNotFuture: 'This may not be later than now.',
    isNotBeforeStart: 'The end may not be before the start.',
    isKnownMethod: 'The pinned version has no such assessment method.',
    isKnownClaim: 'This assessment has no such claim.',
    isStandingClaim: 'This claim was withdrawn.',
    isStandingEvidence: 'The evidence of this claim was withdrawn.',
    isSignedRecord: 'The record that this claim rests on is not signed.',
    isHeldRule: 'A claim is accepted only where this rule of evidence holds.',
    other: 'This is not right.',
  },
};

/** The text for a broken class-validator rule; one we have no words for still says that the field is wrong. */
export function validationText(rule: string, locale: Locale): string {
  const known = texts[locale] as Record<string, string>;
  return fill(Object.hasOwn(known, rule) ? known[rule]! : known.other!, {}, locale);
}
    isClassScheme: 'The scheme must give a class to every form by every provenance, and name nothing else.',
