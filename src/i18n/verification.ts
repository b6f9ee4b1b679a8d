import { type Texts } from './i18n.js';

export type VerificationKey =
  | 'title'
  | 'found'
  | 'issued_by'
  | 'unit'
  | 'version'
  | 'edition'
  | 'outcome'
  | 'decided_on'
  | 'document_kind'
  | 'kind_verdict'
  | 'kind_appeal_decision'
  | 'about'
  | 'under_appeal'
  | 'superseded'
  | 'number'
  | 'document_hash'
  | 'signer_hash'
  | 'deleted'
  | 'no_name'
  | 'compare_title'
  | 'compare_hash'
  | 'compare_offline'
  | 'root'
  | 'own_authority'
  | 'home_title'
  | 'home_what'
  | 'home_api'
  | 'home_check'
  | 'unknown_title'
  | 'unknown';

/** The public page where a holder compares a document with the register. */
export const verificationTexts: Texts<VerificationKey> = {
  'zh-TW': {
    title: '文件查驗',
    found: '登記簿中有這個編號的文件。請逐項比對手上的文件；有任何一項不同，就不是這裡登記的文件。',
    issued_by: '出具機構',
    unit: '職能單元或職能基準',
    version: '{code}，第 {version} 版',
    edition: '（更正版次 {edition}）',
    outcome: '結果',
    decided_on: '作成日期',
    document_kind: '文件種類',
    kind_verdict: '評量結果判定',
    kind_appeal_decision: '申覆決定書',
    about: '申覆的判定',
    under_appeal: '這份判定正在申覆中，尚未決定；決定之前不會據以核發證明。',
    superseded: '這份判定已不再有效：申覆經認定有理由，請見申覆決定書。',
    number: '文件編號',
    document_hash: '文件的 SHA-256',
    signer_hash: '簽署憑證的 SHA-256',
    deleted:
      '這筆登記因保存期限屆滿，已於 {on} 依規則 {rule} 刪除，結果與內容不再提供；登記簿只保留雜湊值，仍可比對手上的文件。已刪除內容的 SHA-256：{sha256}',
    no_name: '為保護個人資料，本頁不顯示受評者姓名；姓名以經查驗的文件所載為準。',
    compare_title: '如何查驗手上的 PDF',
    compare_hash: '計算檔案的 SHA-256（例如 sha256sum {file}），與上面的值完全相同，就是原始檔案。',
    compare_offline:
      '也可以離線查驗：下載出具機構的根憑證，以 Touchstone 執行 npm run -s verify -- {file} --trust root.pem；或將根憑證匯入 PDF 閱讀軟體後檢視簽章。',
    root: '下載根憑證',
    own_authority: '簽署憑證由出具機構自設的憑證機構簽發，這是電子簽章。本文件不是政府機關的檢定或認證。',
    home_title: '試金石',
    home_what: '職能評量的證據、判斷與可查驗的判定。這個伺服器正在運作；目前經由 API 使用。',
    home_api: 'API 說明',
    home_check: '持有判定文件的人，可掃描文件上的 QR 碼，或開啟 /verify/文件編號 查驗。',
    unknown_title: '查無此文件',
    unknown: '登記簿中沒有這個編號。請檢查文件編號是否輸入正確。',
  },
  en: {
    title: 'Document verification',
    found:
      'A document with this number is registered. Compare what you hold line by line: if anything differs, it is not the document registered here.',
    issued_by: 'Issued by',
    unit: 'Competency unit or standard',
    version: '{code}, version {version}',
    edition: ', corrected edition {edition}',
    outcome: 'Outcome',
    decided_on: 'Decided on',
    document_kind: 'Kind of document',
    kind_verdict: 'Verdict of an assessment',
    kind_appeal_decision: 'Decision on an appeal',
    about: 'Verdict appealed against',
    under_appeal:
      'This verdict is under appeal, and the appeal is not decided yet. Until then no certificate is issued from it.',
    superseded: 'This verdict no longer stands: an appeal against it was upheld. See the decision.',
    number: 'Document number',
    document_hash: 'SHA-256 of the document',
    signer_hash: 'SHA-256 of the signing certificate',
    deleted:
      'This entry was deleted on {on} under rule {rule}, as its retention period was over: its outcome and content are given no more. The register keeps only the hashes, by which a document in hand can still be compared. SHA-256 of what was deleted: {sha256}',
    no_name:
      'To protect personal data this page does not show the candidate’s name; the verified document is what states it.',
    compare_title: 'How to check the PDF you hold',
    compare_hash:
      'Compute the SHA-256 of the file (for instance sha256sum {file}). If it equals the value above, it is the original file.',
    compare_offline:
      'Or check it offline: download the issuer’s root certificate and run Touchstone’s npm run -s verify -- {file} --trust root.pem; or import the root into a PDF reader and look at the signature.',
    root: 'Download the root certificate',
    own_authority:
      'The signing certificate comes from the issuer’s own authority; this is an electronic signature. The document is no test or accreditation by a public authority.',
    home_title: 'Touchstone',
    home_what:
      'Evidence, judgement and verdicts that anyone can check. This server is running; it is used through its API.',
    home_api: 'API reference',
    home_check: 'Holders of a verdict scan its QR code, or open /verify/NUMBER, to check it.',
    unknown_title: 'No such document',
    unknown: 'No document with this number is registered. Check that the number was entered correctly.',
  },
};
