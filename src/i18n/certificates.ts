import { errorTexts } from './errors.js';
import { type Locale, type Texts } from './i18n.js';
import { ruleTexts } from './rules.js';

/** Why a certificate was revoked, as its holder and whoever verifies it are told. */
export type RevocationReasonKey = 'verdict_overturned' | 'issued_in_error' | 'fraud' | 'holder_request' | 'other';
export const revocationReasonTexts: Texts<RevocationReasonKey> = {
  'zh-TW': {
    verdict_overturned: '所依據的評量判定經申覆後不再有效',
    issued_in_error: '核發有誤',
    fraud: '證據或身分不實',
    holder_request: '持有人申請撤銷',
    other: '其他原因',
  },
  en: {
    verdict_overturned: 'The verdict it rests on no longer stands after an appeal',
    issued_in_error: 'It was issued in error',
    fraud: 'Evidence or identity was false',
    holder_request: 'Its holder asked for it',
    other: 'Another reason',
  },
};

/** Why a certificate was issued anew. */
export type ReissueReasonKey = 'name_corrected' | 'lost' | 'other';
export const reissueReasonTexts: Texts<ReissueReasonKey> = {
  'zh-TW': { name_corrected: '姓名更正', lost: '遺失補發', other: '其他原因' },
  en: { name_corrected: 'Name corrected', lost: 'Print lost', other: 'Another reason' },
};

/** What stands in the way of a certificate before any rule is asked. */
export const notCertifiableTexts: Texts<
  'assessment_undecided' | 'assessment_withdrawn' | 'deleted' | 'forbidden' | 'not_found'
> = {
  'zh-TW': {
    assessment_undecided: '這次評量尚未作成判定。',
    assessment_withdrawn: '受評者已退出這次評量。',
    deleted: '這次評量的紀錄已依保存期限刪除。',
    forbidden: '您不能為自己核發證明。',
    not_found: '找不到這次評量。',
  },
  en: {
    assessment_undecided: 'This assessment has no verdict yet.',
    assessment_withdrawn: 'The candidate left this assessment.',
    deleted: 'The records of this assessment were deleted when their time was up.',
    forbidden: 'You cannot certify yourself.',
    not_found: 'There is no such assessment.',
  },
};

/** What was kept of a refusal is its code alone: sentences that name what it was about have none of it here. */
const keptRefusalTexts: Texts<'certificate_exists' | 'refused'> = {
  'zh-TW': {
    certificate_exists: '這位受評者就這個版本已有一份有效的證明。',
    refused: '不符合核發證明的規定。',
  },
  en: {
    certificate_exists: 'The candidate already holds a valid certificate for this version.',
    refused: 'The rules for issuing a certificate were not met.',
  },
};

/** Why a certificate of a batch was not issued, from the code that was kept. */
export function refusalText(code: string, locale: Locale): string {
  const known: Readonly<Record<string, string>> = {
    ...errorTexts[locale],
    ...keptRefusalTexts[locale],
    ...notCertifiableTexts[locale],
  };
  const rules: Readonly<Record<string, string>> = ruleTexts[locale];
  const text = known[code] ?? rules[`problem.${code}`];
  return text && !text.includes('{') ? text : keptRefusalTexts[locale].refused;
}
