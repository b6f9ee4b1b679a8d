import { type Texts } from './i18n.js';

/** The words inside an Open Badge, which wallets show; each is written in both languages, one under the other. */
export const credentialTexts: Texts<
  | `credential_name_${'competency_unit' | 'occupational_standard'}`
  | `achievement_${'competency_unit' | 'occupational_standard'}`
  | `criteria_${'competency_unit' | 'occupational_standard'}`
  | 'level'
  | 'no_licence'
  | `narrative_${'training' | 'rpl'}`
  | 'check'
  | `signature_${'valid' | 'invalid' | 'unknown_key' | 'key_revoked' | 'malformed'}`
  | `validity_${'current' | 'not_yet' | 'expired' | 'unknown'}`
  | `status_${'good' | 'revoked' | 'unknown'}`
> = {
  'zh-TW': {
    credential_name_competency_unit: '職能單元評量結果證明：{name}',
    credential_name_occupational_standard: '職能基準評量結果證明：{name}',
    achievement_competency_unit: '經訓練機構依證據評量，已具備職能單元「{name}」（{code}，第 {version} 版）的職能。',
    achievement_occupational_standard:
      '經訓練機構依證據評量，已具備職能基準「{name}」（{code}，第 {version} 版）的職能。',
    criteria_competency_unit: '全部行為指標與評量之關鍵面向，都有評量者採認的證據，經評量者判定為達成。',
    criteria_occupational_standard: '全部行為指標都有評量者採認的證據，經評量者判定為達成。',
    level: '職能級別：第 {level} 級。',
    no_licence: '本證明不是技術士證，也不是技能職類證書。',
    narrative_training: '證明編號 {number}。完成訓練後接受評量，{day}判定為已具備。',
    narrative_rpl: '證明編號 {number}。經先前學習認可的評量，{day}判定為已具備。',
    check: '查驗：{url}',
    signature_valid: '簽章正確：這份憑證由發證機構的電子印章簽發，簽發後沒有改過。',
    signature_invalid: '簽章不符：這份憑證在簽發後被改過，或不是由這把金鑰簽的。',
    signature_unknown_key: '發證機構公布的金鑰裡，沒有簽這份憑證的那一把。',
    signature_key_revoked: '簽這份憑證的金鑰已被發證機構宣告不可信任，單憑這份憑證無法確認是何時簽的。',
    signature_malformed: '這不是一份看得懂的憑證。',
    validity_current: '在有效期間內。',
    validity_not_yet: '還沒到開始生效的時間。',
    validity_expired: '已過有效期間。',
    validity_unknown: '看不出有效期間。',
    status_good: '依發證機構公布的狀態清單，這份憑證沒有被撤銷。',
    status_revoked: '依發證機構公布的狀態清單，這份憑證已被撤銷或取代。',
    status_unknown: '沒有可用的狀態清單，無法知道這份憑證是否已被撤銷。',
  },
  en: {
    credential_name_competency_unit: 'Result of unit assessment: {name}',
    credential_name_occupational_standard: 'Result of assessment against an occupational standard: {name}',
    achievement_competency_unit:
      'Assessed on evidence by a training body as competent in the competency unit “{name}” ({code}, version {version}).',
    achievement_occupational_standard:
      'Assessed on evidence by a training body as competent in the occupational competency standard “{name}” ({code}, version {version}).',
    criteria_competency_unit:
      'Every performance criterion and key aspect has evidence that an assessor accepted, and was judged by the assessor to be met.',
    criteria_occupational_standard:
      'Every performance indicator has evidence that an assessor accepted, and was judged by the assessor to be met.',
    level: 'Competency level: {level}.',
    no_licence:
      'This is neither a certificate of technician (技術士證) nor a certificate of skill category (技能職類證書).',
    narrative_training: 'Certificate number {number}. Assessed after training; found competent on {day}.',
    narrative_rpl: 'Certificate number {number}. Assessed by recognition of prior learning; found competent on {day}.',
    check: 'Check it at {url}',
    signature_valid: 'The signature is right: the issuer’s seal signed this credential, and nothing was changed since.',
    signature_invalid:
      'The signature does not fit: the credential was changed after signing, or another key signed it.',
    signature_unknown_key: 'The key that signed this credential is not among those that the issuer publishes.',
    signature_key_revoked:
      'The issuer has disowned the key that signed this credential; the credential alone cannot show when it was signed.',
    signature_malformed: 'This is no credential that can be read.',
    validity_current: 'It is within its period of validity.',
    validity_not_yet: 'Its period of validity has not begun.',
    validity_expired: 'Its period of validity is over.',
    validity_unknown: 'Its period of validity cannot be read.',
    status_good: 'The issuer’s status list does not show this credential as revoked.',
    status_revoked: 'The issuer’s status list shows this credential as revoked or superseded.',
    status_unknown: 'There is no usable status list, so whether this credential was revoked is not known.',
  },
};
