import { type Locale, type Texts } from './i18n.js';

export const registerColumns = [
  'name',
  'roles',
  'qualification',
  'codes',
  'valid_from',
  'valid_until',
  'state',
  'verdicts',
  'verifications',
] as const;

type Key =
  | (typeof registerColumns)[number]
  | 'assessor'
  | 'verifier'
  | 'since'
  | 'all_documents'
  | 'open_ended'
  | 'valid'
  | 'not_yet_valid'
  | 'ends_soon'
  | 'expired'
  | 'revoked'
  | 'file';

/** The register of assessors and verifiers as a table. */
const texts: Texts<Key> = {
  'zh-TW': {
    name: '姓名',
    roles: '角色與起始日',
    qualification: '資格名稱',
    codes: '可評量的文件',
    valid_from: '生效日',
    valid_until: '有效期限',
    state: '當日狀態',
    verdicts: '近十二個月判定數',
    verifications: '近十二個月審查數',
    assessor: '評量者',
    verifier: '審查者',
    since: '自 {date} 起',
    all_documents: '全部',
    open_ended: '未定期限',
    valid: '有效',
    not_yet_valid: '尚未生效',
    ends_soon: '三十日內屆滿',
    expired: '已屆滿',
    revoked: '已撤銷',
    file: '評量者名冊',
  },
  en: {
    name: 'Name',
    roles: 'Roles and since when',
    qualification: 'Qualification',
    codes: 'Documents covered',
    valid_from: 'Valid from',
    valid_until: 'Valid until',
    state: 'State on the day',
    verdicts: 'Verdicts in twelve months',
    verifications: 'Verifications in twelve months',
    assessor: 'Assessor',
    verifier: 'Verifier',
    since: 'since {date}',
    all_documents: 'all',
    open_ended: 'open-ended',
    valid: 'valid',
    not_yet_valid: 'not valid yet',
    ends_soon: 'ends within 30 days',
    expired: 'expired',
    revoked: 'revoked',
    file: 'assessor-register',
  },
};

export const registerTexts = (locale: Locale): Readonly<Record<Key, string>> => texts[locale];
