import { type Texts } from './i18n.js';

type Kind = 'competency_unit' | 'occupational_standard';

/** The words of a printed certificate, beside those of every document. */
export const certificateDocumentTexts: Texts<
  | `title_certificate_${Kind}`
  | `certified_${Kind}`
  | `all_met_${Kind}`
  | 'certificate_number'
  | 'certify'
  | 'birth_date'
  | 'masked_id'
  | 'level_name'
  | 'assessed_on'
  | 'issued_on'
  | 'representative'
  | 'certificate_signature_explained'
  | 'certificate_signature_reason'
  | 'not_a_licence'
  | 'replaces'
> = {
  'zh-TW': {
    title_certificate_competency_unit: '職能單元評量結果證明',
    title_certificate_occupational_standard: '職能基準評量結果證明',
    certificate_number: '證明編號',
    certify: '茲證明',
    birth_date: '出生日期 {day}',
    masked_id: '證件號碼 {id}',
    certified_competency_unit: '經評量，下列職能單元的結果為「{outcome}」',
    certified_occupational_standard: '經評量，下列職能基準的結果為「{outcome}」',
    all_met_competency_unit: '所有行為指標與評量之關鍵面向，均經評量達成。',
    all_met_occupational_standard: '所有行為指標均經評量達成。',
    level_name: '第 {level} 級',
    assessed_on: '評量日期',
    issued_on: '核發日期',
    representative: '代表人',
    certificate_signature_explained: '本證明的電子簽章以「{body}」的機構簽章作成；完整紀錄內嵌於檔案。',
    certificate_signature_reason: '核發職能評量結果證明',
    not_a_licence: '本證明記載一次職能評量的結果，由訓練機構核發；不是技術士證，也不是技能職類證書。',
    replaces: '本證明取代第 {number} 號證明。原因：{reason}',
  },
  en: {
    title_certificate_competency_unit: 'Certificate of competency unit assessment',
    title_certificate_occupational_standard: 'Certificate of occupational standard assessment',
    certificate_number: 'Certificate number',
    certify: 'This is to certify that',
    birth_date: 'born {day}',
    masked_id: 'identity number {id}',
    certified_competency_unit: 'was assessed against the competency unit below, with the result {outcome}',
    certified_occupational_standard: 'was assessed against the occupational standard below, with the result {outcome}',
    all_met_competency_unit: 'All performance criteria and all key aspects of assessment were met.',
    all_met_occupational_standard: 'All performance indicators were met.',
    level_name: 'Level {level}',
    assessed_on: 'Assessed on',
    issued_on: 'Issued on',
    representative: 'Representative',
    certificate_signature_explained: 'Signed electronically with the seal of {body}; the whole record is embedded.',
    certificate_signature_reason: 'Certificate of assessment',
    not_a_licence:
      'Issued by a training body on the result of one assessment of competence; neither a technician certificate (技術士證) nor a vocational skill certificate (技能職類證書).',
    replaces: 'Takes the place of certificate {number}. Reason: {reason}',
  },
};
