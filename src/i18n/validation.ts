import { type Locale, type Texts, fill } from './i18n.js';

const texts: Texts<
  | 'isNotEmpty'
  | 'isString'
  | 'isUuid'
  | 'isEmail'
  | 'isIn'
  | 'isChosen'
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
  | 'notBeyond'
  | 'isMarkable'
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
  | 'isEmpty'
  | 'isFixed'
  | 'isKnownSitting'
  | 'isObserved'
  | 'isSeenShown'
  | 'answersDifference'
  | 'concludesAll'
  | 'isKnownClaim'
  | 'isStandingClaim'
  | 'isStandingEvidence'
  | 'isKnownEvidence'
  | 'isUnanswered'
  | 'isOfGroupWork'
  | 'isOfOthersData'
  | 'isSignedRecord'
  | 'isHeldRule'
  | 'isClassScheme'
  | 'isUnreserved'
  | 'isReadableColour'
  | 'isLogo'
  | 'isKnowledgeOrSkill'
  | 'isCriterion'
  | 'isNeeds'
  | 'isAssessor'
  | 'isIssuedDocument'
  | 'isToday'
  | 'isNotBeforeVerdict'
  | 'notPast'
  | 'equals'
  | 'isLongPassword'
  | 'isUncommonPassword'
  | 'isPasswordWithoutAddress'
  | 'isOtherPassword'
  | 'isCurrentPassword'
  | 'other'
> = {
  'zh-TW': {
    isNotEmpty: '請填寫這個欄位。',
    isString: '必須是文字。',
    isUuid: '不是有效的識別碼。',
    isEmail: '不是有效的電子郵件。',
    isIn: '不是可選的值。',
    isChosen: '請選擇。',
    isInt: '必須是整數。',
    isBoolean: '必須是「是」或「否」。',
    isArray: '必須是清單。',
    isUrl: '不是有效的 http 或 https 網址。',
    maxLength: '內容太長。',
    minLength: '內容太短。',
    matches: '格式不正確。',
    notPast: '不可早於今天。',
    isCalendarDate: '必須是有效的日期（YYYY-MM-DD）。',
    notBefore: '結束不可早於開始，且必須先填寫開始。',
    notBeyond: '框選的區域不可超出頁面。',
    isMarkable: '只有圖片，或指明頁碼的 PDF，才能框選區域。',
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
    isEmpty: '這裡不適用，請留空。',
    isFixed: '建立之後不能再更改。',
    isKnownSitting: '這次評量裡沒有這場共同觀察。',
    isObserved: '沒有觀察者記錄這一項。',
    isSeenShown: '沒有觀察者看到受評者展現這一項。',
    answersDifference: '觀察者的紀錄不一致，或結論與他們不同，請說明理由。',
    concludesAll: '觀察者記錄的每一項都要有結論。',
    isKnownClaim: '這次評量裡沒有這項主張。',
    isStandingClaim: '這項主張已經撤回。',
    isStandingEvidence: '這項主張的證據已經撤回。',
    isKnownEvidence: '這次評量裡沒有這件證據。',
    isUnanswered: '沒有問的題目不會有答覆；若有答覆，請改填結果。',
    isOfGroupWork: '標示為共同完成的證據，才需要說明受評者負責的部分。',
    isOfOthersData: '標示為含有他人個人資料的證據，才需要說明保留的理由。',
    isSignedRecord: '這項主張所依據的紀錄尚未簽署。',
    isHeldRule: '接受主張時，這項證據規則必須成立。',
    isClassScheme: '分類表必須列出每一種證據形式與每一種來源的類別，且不能有其他項目。',
    isUnreserved: '不能寫「技術士證」、「技能職類證書」、「證照」或 iCAP：未經認證而發給，違反職業訓練法。',
    isReadableColour: '請填 #rrggbb（小寫），且在白紙上要看得清楚：對比至少 4.5:1。',
    isLogo: '必須是 512 KB 以內的 PNG 或 JPEG：每邊最多 2000 像素，不可為交錯式或四色印刷格式。',
    isKnowledgeOrSkill: '這一項不是知識或技能。',
    isCriterion: '這一項不是行為指標。',
    isNeeds: '必須是證據形式的清單；每一組至少要有一種，且是系統認得的形式。',
    isAssessor: '這個人目前不是這次評量的評量者。',
    isIssuedDocument: '這不是這份判定文件的 SHA-256；請下載文件後再簽收。',
    isToday: '在系統內通知的日期只能是今天。',
    isNotBeforeVerdict: '不可早於判定日期。',
    isLongPassword: '至少需要 12 個字元。',
    isUncommonPassword: '這是很多人用的密碼，容易被猜到，請換一個。',
    isPasswordWithoutAddress: '不可含有您的電子郵件。',
    isOtherPassword: '和目前的密碼相同，請換一個。',
    isCurrentPassword: '和您目前的密碼不符，請再輸入一次。',
    equals: '請勾選同意後再送出。',
    other: '內容不正確。',
  },
  en: {
    isNotEmpty: 'Fill this in.',
    isString: 'This must be text.',
    isUuid: 'This is not a valid id.',
    isEmail: 'This is not an e-mail address.',
    isIn: 'This is not one of the choices.',
    isChosen: 'Choose one.',
    isInt: 'This must be a whole number.',
    isBoolean: 'This must be true or false.',
    isArray: 'This must be a list.',
    isUrl: 'This is not an http or https address.',
    maxLength: 'This is too long.',
    minLength: 'This is too short.',
    matches: 'This has the wrong form.',
    notPast: 'It must not be in the past.',
    isCalendarDate: 'This must be a real date (YYYY-MM-DD).',
    notBefore: 'The end needs a start, and must not come before it.',
    notBeyond: 'The region may not reach beyond the page.',
    isMarkable: 'Only an image, or a page of a PDF, has regions to mark.',
    isInstant: 'This must be a real time (ISO 8601 with a zone).',
    arrayMaxSize: 'There are too many entries.',
    arrayMinSize: 'At least one entry is needed.',
    whitelistValidation: 'There is no such field.',
    min: 'This is too small.',
    max: 'This is too large.',
    isKnownTarget: 'The pinned version has no such item.',
    isClaimable: 'This is not something evidence is claimed to show.',
    isUnique: 'The same one appears twice.',
    isNotFuture: 'This may not be later than now.',
    isNotBeforeStart: 'The end may not be before the start.',
    isKnownMethod: 'The pinned version has no such assessment method.',
    isEmpty: 'This does not apply here; leave it empty.',
    isFixed: 'This cannot be changed once it is made.',
    isKnownSitting: 'This assessment has no such sitting.',
    isObserved: 'No observer wrote this item down.',
    isSeenShown: 'No observer saw this shown.',
    answersDifference: 'The observers differ here, or the conclusion differs from them. Say why.',
    concludesAll: 'Every item that an observer wrote down needs a conclusion.',
    isKnownClaim: 'This assessment has no such claim.',
    isStandingClaim: 'This claim was withdrawn.',
    isStandingEvidence: 'The evidence of this claim was withdrawn.',
    isKnownEvidence: 'This assessment has no such evidence.',
    isUnanswered: 'A question that was not asked has no answer; if it was answered, change the outcome.',
    isOfGroupWork: 'Only of group work is it said what the candidate’s part was.',
    isOfOthersData: 'Only of evidence that holds personal data of others is it said why that stays readable.',
    isSignedRecord: 'The record that this claim rests on is not signed.',
    isHeldRule: 'A claim is accepted only where this rule of evidence holds.',
    isClassScheme: 'The scheme must give a class to every form by every provenance, and name nothing else.',
    isUnreserved: 'May not say 技術士證, 技能職類證書, 證照 or iCAP: only who is accredited may.',
    isReadableColour: 'Must be #rrggbb in small letters, and readable on white paper: a contrast of 4.5:1 or more.',
    isLogo: 'Must be a PNG or JPEG of at most 512 KB and 2000 pixels a side, neither interlaced nor in CMYK.',
    isKnowledgeOrSkill: 'This is neither knowledge nor a skill.',
    isCriterion: 'This is not a performance criterion or indicator.',
    isNeeds: 'This must list choices of evidence forms, each of at least one form that is known here.',
    isAssessor: 'This person is not an assessor of this assessment now.',
    isIssuedDocument: 'This is not the SHA-256 of the verdict’s document. Download the document first.',
    isToday: 'A notification in the application is of today.',
    isNotBeforeVerdict: 'This may not be before the day of the verdict.',
    isLongPassword: 'Use at least 12 characters.',
    isUncommonPassword: 'Many people use this one, so it is easily guessed. Choose another.',
    isPasswordWithoutAddress: 'This must not contain your e-mail address.',
    isOtherPassword: 'This is the password you have now. Choose another.',
    isCurrentPassword: 'This is not your current password. Type it again.',
    equals: 'Tick this before you send.',
    other: 'This is not right.',
  },
};

/** The text for a broken class-validator rule; one we have no words for still says that the field is wrong. */
export function validationText(rule: string, locale: Locale): string {
  const known = texts[locale] as Record<string, string>;
  return fill(Object.hasOwn(known, rule) ? known[rule]! : known.other!, {}, locale);
}
