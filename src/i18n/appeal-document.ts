import { type Texts } from './i18n.js';

/** The words of a printed decision on an appeal, beside those of every document. */
export const appealDocumentTexts: Texts<
  | 'title_appeal'
  | `appeal_${'upheld' | 'dismissed'}`
  | `appeal_follows_${'upheld' | 'dismissed'}`
  | `decider_${'administrator' | 'verifier' | 'assessor'}`
  | 'appealed_verdict'
  | 'verdict_outcome'
  | 'verdict_decided'
  | 'verdict_hashes'
  | 'verdict_record_hash'
  | 'verdict_pdf_hash'
  | 'appeal_filed_on'
  | 'appeal_decided_on'
  | 'appeal_decider'
  | 'appeal_decider_value'
  | 'appeal_grounds'
  | 'appeal_reasons'
  | 'appeal_follows'
  | 'appeal_signature_explained'
  | 'appeal_signature_reason'
> = {
  'zh-TW': {
    title_appeal: '申覆決定書',
    appeal_upheld: '申覆有理由',
    appeal_dismissed: '申覆無理由',
    appeal_follows_upheld:
      '上述判定自本決定之日起不再有效，不得據以核發證明；原判定文件照原樣保存，不修改也不覆寫。受評者得由另一位評量者另行評量，作為新的一次評量。',
    appeal_follows_dismissed: '上述判定維持不變。',
    decider_administrator: '訓練機構管理者',
    decider_verifier: '審查者',
    decider_assessor: '評量者',
    appealed_verdict: '申覆的判定',
    verdict_outcome: '判定結果',
    verdict_decided: '{name}於 {day}作成',
    verdict_hashes: '判定文件的雜湊值',
    verdict_record_hash: '紀錄 SHA-256 {hash}',
    verdict_pdf_hash: 'PDF SHA-256 {hash}',
    appeal_filed_on: '申覆提出日期',
    appeal_decided_on: '決定日期',
    appeal_decider: '決定者',
    appeal_decider_value: '{role}；不是受評者，且未參與這次評量的觀察、判斷與判定。',
    appeal_grounds: '申覆理由',
    appeal_reasons: '決定理由',
    appeal_follows: '決定的效果',
    appeal_signature_explained:
      '本文件由申覆的決定者以電子簽章簽署，再由「{body}」以機構簽章副署。決定者的簽署憑證由該機構自設的憑證機構簽發，屬電子簽章，並非許可憑證機構簽發憑證的數位簽章；閱讀軟體須先匯入該機構的根憑證，才會顯示為受信任。',
    appeal_signature_reason: '申覆決定',
  },
  en: {
    title_appeal: 'Decision on an appeal',
    appeal_upheld: 'Appeal upheld',
    appeal_dismissed: 'Appeal dismissed',
    appeal_follows_upheld:
      'From the day of this decision the verdict above no longer stands, and no certificate is issued from it. Its document is kept as it was given, neither changed nor overwritten. The candidate may be assessed anew, by another assessor and as a new attempt.',
    appeal_follows_dismissed: 'The verdict above stands unchanged.',
    decider_administrator: 'Administrator of the training body',
    decider_verifier: 'Verifier',
    decider_assessor: 'Assessor',
    appealed_verdict: 'Verdict appealed against',
    verdict_outcome: 'Outcome of the verdict',
    verdict_decided: 'given by {name} on {day}',
    verdict_hashes: 'Hashes of the verdict',
    verdict_record_hash: 'Record SHA-256 {hash}',
    verdict_pdf_hash: 'PDF SHA-256 {hash}',
    appeal_filed_on: 'Appeal filed on',
    appeal_decided_on: 'Decided on',
    appeal_decider: 'Decided by',
    appeal_decider_value:
      '{role}; not the candidate, and with no part in observing, judging or deciding this assessment.',
    appeal_grounds: 'Grounds of the appeal',
    appeal_reasons: 'Reasons of the decision',
    appeal_follows: 'What follows',
    appeal_signature_explained:
      "Signed electronically by whoever decided the appeal, then countersigned with the seal of {body}. The decider's certificate was issued by the training body's own authority: an electronic signature, not a digital signature of a licensed authority. Readers show it as trusted only once that authority's root certificate is imported.",
    appeal_signature_reason: 'Decision on an appeal',
  },
};
