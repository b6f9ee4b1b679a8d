import { type Texts } from './i18n.js';
import { type SignatureLevel } from './signing.js';

export type VerificationKey =
  | 'title'
  | 'page_name'
  | 'other_language'
  | 'form_intro'
  | 'form_file_title'
  | 'form_file'
  | 'form_file_hint'
  | 'form_or'
  | 'form_name_title'
  | 'form_number'
  | 'form_number_hint'
  | 'form_name'
  | 'form_name_hint'
  | 'form_submit'
  | 'again'
  | 'back'
  | 'error_title'
  | 'error_nothing'
  | 'error_half'
  | 'error_throttled'
  | 'error_too_large'
  | 'error_upload'
  | 'error_other'
  | 'finding_valid'
  | 'finding_no_longer_valid'
  | 'finding_altered'
  | 'finding_not_issued'
  | 'reason_registered'
  | 'reason_superseded'
  | 'reason_revoked'
  | 'reason_extended'
  | 'reason_shortened'
  | 'reason_content_changed'
  | 'reason_signature_damaged'
  | 'reason_signature_missing'
  | 'reason_other_bytes_signed'
  | 'reason_signed_by_another'
  | 'reason_not_registered'
  | 'reason_unknown'
  | 'reason_unreadable'
  | 'found_valid'
  | 'found_no_longer_valid'
  | 'compare_valid'
  | 'compare_no_longer_valid'
  | 'original_title'
  | 'original_note'
  | 'register_title'
  | 'number'
  | 'issued_by'
  | 'holder'
  | 'holder_masked'
  | 'unit'
  | 'version'
  | 'edition'
  | 'outcome'
  | 'outcome_certified'
  | 'decided_on'
  | 'issued_on'
  | 'certificate_number'
  | 'document_kind'
  | 'kind_verdict'
  | 'kind_appeal_decision'
  | 'kind_certificate'
  | 'about'
  | 'about_certificate'
  | 'targets'
  | 'under_appeal'
  | 'superseded'
  | 'ended'
  | 'ended_superseded'
  | 'ended_revoked'
  | 'ended_by'
  | 'end_appeal_upheld'
  | 'end_name_corrected'
  | 'end_lost'
  | 'end_other'
  | 'end_verdict_overturned'
  | 'end_issued_in_error'
  | 'end_fraud'
  | 'end_holder_request'
  | 'document_hash'
  | 'signature_level'
  | `level_${SignatureLevel}`
  | 'signer_hash'
  | 'deleted'
  | 'file_title'
  | 'file_hash'
  | 'file_size'
  | 'bytes'
  | 'level'
  | 'signers'
  | 'signers_unproved'
  | 'none'
  | 'steps'
  | 'not_kept'
  | 'compare_title'
  | 'compare_file'
  | 'compare_hash'
  | 'compare_offline'
  | 'bundle'
  | 'root'
  | 'own_authority'
  | 'checked_at'
  | 'unknown_title'
  | 'unknown'
  | 'unknown_named';

/** The public pages where anybody checks a document. */
export const verificationTexts: Texts<VerificationKey> = {
  'zh-TW': {
    title: '文件查驗',
    page_name: '{title} – 試金石 Touchstone',
    other_language: 'English',
    form_intro: '查驗一份判定、申覆決定書或證明是否為這裡的培訓機構所發、內容是否完整、現在是否有效。不需要帳號。',
    form_file_title: '查驗 PDF 檔',
    form_file: 'PDF 檔',
    form_file_hint: '最可靠的方法。選擇檔案，或把檔案拖到這裡；上限 20 MB。檔案只在查驗時讀取，不會保存。',
    form_or: '或',
    form_name_title: '查驗紙本',
    form_number: '文件編號',
    form_number_hint: '印在文件上，例如 TS-2026-7K3M-Q2XW。',
    form_name: '姓名',
    form_name_hint: '文件所載的姓名。',
    form_submit: '查驗',
    again: '查驗另一份文件',
    back: '回到查驗頁',
    error_title: '無法查驗',
    error_nothing: '請選擇 PDF 檔，或填寫文件編號與姓名。',
    error_half: '文件編號與姓名兩項都要填寫。',
    error_throttled: '查驗次數過多，請於 {seconds} 秒後再試。',
    error_too_large: '檔案超過 20 MB，無法查驗。這裡簽發的文件通常小於 1 MB。',
    error_upload: '檔案沒有完整送達，請再試一次。',
    error_other: '系統暫時無法查驗，請稍後再試。',
    finding_valid: '真實且有效',
    finding_no_longer_valid: '真實，但已被取代或撤銷',
    finding_altered: '簽發後遭竄改',
    finding_not_issued: '非本機構所發',
    reason_registered: '這個檔案與簽發時的每一個位元組都相同，登記簿中的文件目前有效。',
    reason_superseded: '這個檔案確為這裡所簽發，但文件已被取代，不再有效。',
    reason_revoked: '這個檔案確為這裡所簽發，但文件已被撤銷，不再有效。',
    reason_extended:
      '這個檔案的前段是這裡簽發的文件，但簽發後有人在後面加了內容。加上去的內容可以改變看到的頁面，請勿採信。',
    reason_shortened: '這個檔案只是這裡所簽發文件的前段，後段（例如機構簽章）被移除或遺失。',
    reason_content_changed: '檔案中的簽章出自這裡的文件，但內容在簽署後被改過。',
    reason_signature_damaged: '檔案帶有這裡登記的文件編號，但簽章已損壞或被調換。',
    reason_signature_missing:
      '檔案帶有這裡登記的文件編號，但沒有可查驗的簽章。可能是用其他軟體另存、列印或重製。請向持有人索取原始檔案。',
    reason_other_bytes_signed: '檔案帶有這裡登記的文件編號與簽章，但不是登記的那個檔案。',
    reason_signed_by_another: '檔案冒用這裡登記的文件編號，簽章卻不是這裡的機構所為。',
    reason_not_registered: '簽章出自這裡的機構，但登記簿中沒有這份文件。',
    reason_unknown: '登記簿中沒有這個檔案，檔案中也沒有這裡的機構的簽章。若文件由其他機構簽發，請向該機構查驗。',
    reason_unreadable: '這個檔案無法判讀，也不是這裡簽發的檔案。',
    found_valid: '登記簿中有這份文件，目前有效。',
    found_no_longer_valid: '登記簿中有這份文件，但已不再有效。',
    compare_valid: '手上的文件若與下列各項完全相同，即為真實且有效；有任何一項不同，就不是這裡登記的文件。',
    compare_no_longer_valid:
      '手上的文件若與下列各項完全相同，即為真實，但已被取代或撤銷；有任何一項不同，就不是這裡登記的文件。',
    original_title: '登記的原始文件',
    original_note: '以下是登記簿中這個編號的原始文件，不是您查驗的檔案。',
    register_title: '登記內容',
    number: '文件編號',
    issued_by: '出具機構',
    holder: '受評者',
    holder_masked: '只有文件編號時，姓名僅顯示開頭；以編號與姓名或 PDF 檔查驗，才顯示全名。',
    unit: '職能單元或職能基準',
    version: '{code}，第 {version} 版',
    edition: '（更正版次 {edition}）',
    outcome: '結果',
    outcome_certified: '已具備；全部評量項目均已達成',
    decided_on: '作成日期',
    issued_on: '發證日期',
    certificate_number: '證明字號',
    document_kind: '文件種類',
    kind_verdict: '判定書',
    kind_appeal_decision: '申覆決定書',
    kind_certificate: '職能證明',
    about: '申覆的判定',
    about_certificate: '所依據的判定',
    targets: '各項結果（{count} 項）',
    under_appeal: '這份判定正在申覆中，尚未決定；決定之前不會據以核發證明。',
    superseded: '這份判定已不再有效：申覆經認定有理由，請見申覆決定書。',
    ended: '失效',
    ended_superseded: '自 {on} 起被取代。',
    ended_revoked: '於 {on} 撤銷。',
    ended_by: '取代它的文件：',
    end_appeal_upheld: '申覆有理由，原判定不再有效。',
    end_name_corrected: '姓名更正後重新核發。',
    end_lost: '原件遺失後重新核發。',
    end_other: '其他原因。',
    end_verdict_overturned: '所依據的判定經申覆後不再有效。',
    end_issued_in_error: '誤發。',
    end_fraud: '以不正當方法取得。',
    end_holder_request: '應持有人請求。',
    document_hash: '文件的 SHA-256',
    signature_level: '簽章等級',
    'level_B-B': 'PAdES B-B：已簽章',
    'level_B-T': 'PAdES B-T：已簽章，並由時戳單位證明簽署時間',
    'level_B-LT': 'PAdES B-LT：已簽章、加蓋時戳，並附查驗所需的憑證資料',
    'level_B-LTA': 'PAdES B-LTA：已簽章、加蓋時戳，並可長期保存與查驗',
    signer_hash: '簽署憑證的 SHA-256',
    deleted:
      '這筆登記因保存期限屆滿，已於 {on} 依規則 {rule} 刪除，結果與內容不再提供；登記簿只保留雜湊值，仍可比對手上的文件。已刪除內容的 SHA-256：{sha256}',
    file_title: '您查驗的檔案',
    file_hash: '檔案的 SHA-256',
    file_size: '大小',
    bytes: '{count} 位元組',
    level: '簽章等級（PAdES）',
    signers: '簽署者',
    signers_unproved: '憑證所載的簽署者（未經證實）',
    none: '無',
    steps: '查驗步驟',
    not_kept: '檔案已查驗完畢，未留存。',
    compare_title: '自行查驗',
    compare_file: '手上有 PDF 檔？到查驗頁選擇檔案，即可比對每一個位元組。',
    compare_hash:
      '計算檔案的 SHA-256（例如 sha256sum {file}），與上面的值完全相同，就是原始檔案；日後加上時戳的版本值會不同，請改用 PDF 檔查驗。',
    compare_offline:
      '離線查驗：下載出具機構的信任包，執行 npm run -s verify -- {file} --trust bundle.json；不需連線，也不需信任這個伺服器。或將根憑證匯入 PDF 閱讀軟體後檢視簽章。',
    bundle: '下載信任包',
    root: '下載根憑證',
    own_authority: '簽署憑證由出具機構自設的憑證機構簽發，這是電子簽章。本文件不是政府機關的檢定或認證。',
    checked_at: '查驗時間：{at}',
    unknown_title: '查無此文件',
    unknown: '登記簿中沒有這個編號。請檢查文件編號是否輸入正確。',
    unknown_named: '登記簿中沒有這個編號與姓名的文件。請檢查兩者是否與文件所載相同。',
  },
  en: {
    title: 'Check a document',
    page_name: '{title} – Touchstone 試金石',
    other_language: '中文',
    form_intro:
      'Find out whether a verdict, a decision on an appeal or a certificate was issued by a training body here, is whole, and is valid now. You need no account.',
    form_file_title: 'Check the PDF',
    form_file: 'PDF file',
    form_file_hint:
      'The surest way. Choose the file, or drop it here; 20 MB at most. It is read for the check only and is not kept.',
    form_or: 'or',
    form_name_title: 'Check a paper copy',
    form_number: 'Document number',
    form_number_hint: 'It is printed on the document, such as TS-2026-7K3M-Q2XW.',
    form_name: 'Name',
    form_name_hint: 'As it stands on the document.',
    form_submit: 'Check',
    again: 'Check another document',
    back: 'Back to the form',
    error_title: 'This could not be checked',
    error_nothing: 'Choose a PDF, or fill in the document number and the name.',
    error_half: 'Fill in both the document number and the name.',
    error_throttled: 'Too many checks. Try again in {seconds} seconds.',
    error_too_large:
      'The file is larger than 20 MB and cannot be checked. Documents issued here are usually smaller than 1 MB.',
    error_upload: 'The file did not arrive whole. Try again.',
    error_other: 'The check is not possible right now. Try again later.',
    finding_valid: 'Authentic and valid',
    finding_no_longer_valid: 'Authentic, but superseded or revoked',
    finding_altered: 'Altered after signing',
    finding_not_issued: 'Not issued here',
    reason_registered: 'This file is, byte for byte, what was issued, and the document stands in the register.',
    reason_superseded: 'This file was issued here, but the document has been superseded and is no longer valid.',
    reason_revoked: 'This file was issued here, but the document has been revoked and is no longer valid.',
    reason_extended:
      'The beginning of this file was issued here, but somebody added to it afterwards. What was added can change the pages you see: do not rely on it.',
    reason_shortened:
      'This file is only the beginning of a document issued here. Its end, such as the body’s seal, was removed or lost.',
    reason_content_changed:
      'The signature in the file comes from a document issued here, but the content was changed after signing.',
    reason_signature_damaged:
      'The file bears a document number registered here, but its signature is damaged or was exchanged.',
    reason_signature_missing:
      'The file bears a document number registered here, but no signature that can be checked. It may have been saved again, printed or rebuilt with other software. Ask the holder for the original file.',
    reason_other_bytes_signed:
      'The file bears a document number and a signature of ours, but it is not the file that is registered.',
    reason_signed_by_another:
      'The file uses a document number registered here, but the signature is not by a training body here.',
    reason_not_registered: 'The signature is by a training body here, but the register has no such document.',
    reason_unknown:
      'The register does not have this file, and no training body here signed it. If another body issued it, check with that body.',
    reason_unreadable: 'This file cannot be read, and it is not one that was issued here.',
    found_valid: 'This document is registered and valid now.',
    found_no_longer_valid: 'This document is registered, but it is no longer valid.',
    compare_valid:
      'If what you hold is the same in every line below, it is authentic and valid. If anything differs, it is not the document registered here.',
    compare_no_longer_valid:
      'If what you hold is the same in every line below, it is authentic, but superseded or revoked. If anything differs, it is not the document registered here.',
    original_title: 'The original, as registered',
    original_note: 'This is what the register says of the original with that number, not of the file you checked.',
    register_title: 'What is registered',
    number: 'Document number',
    issued_by: 'Issued by',
    holder: 'Holder',
    holder_masked:
      'With the number alone only the beginning of the name is shown. Check by number and name, or by the PDF, to see it whole.',
    unit: 'Competency unit or standard',
    version: '{code}, version {version}',
    edition: ', corrected edition {edition}',
    outcome: 'Outcome',
    outcome_certified: 'Competent; everything that had to be shown was shown',
    decided_on: 'Decided on',
    issued_on: 'Issued on',
    certificate_number: 'Certificate number',
    document_kind: 'Kind of document',
    kind_verdict: 'Verdict of an assessment',
    kind_appeal_decision: 'Decision on an appeal',
    kind_certificate: 'Certificate of competency',
    about: 'Verdict appealed against',
    about_certificate: 'Verdict it rests on',
    targets: 'Results line by line ({count})',
    under_appeal:
      'This verdict is under appeal, and the appeal is not decided yet. Until then no certificate is issued from it.',
    superseded: 'This verdict no longer stands: an appeal against it was upheld. See the decision.',
    ended: 'No longer valid',
    ended_superseded: 'Superseded on {on}.',
    ended_revoked: 'Revoked on {on}.',
    ended_by: 'Superseded by:',
    end_appeal_upheld: 'An appeal against it was upheld.',
    end_name_corrected: 'Issued anew after the name was corrected.',
    end_lost: 'Issued anew after it was lost.',
    end_other: 'For another reason.',
    end_verdict_overturned: 'The verdict it rests on was overturned on appeal.',
    end_issued_in_error: 'It was issued in error.',
    end_fraud: 'It was obtained by deceit.',
    end_holder_request: 'At the holder’s request.',
    document_hash: 'SHA-256 of the document',
    signature_level: 'Signature level',
    'level_B-B': 'PAdES B-B: signed',
    'level_B-T': 'PAdES B-T: signed, with a time-stamping authority’s word on when',
    'level_B-LT': 'PAdES B-LT: signed and time-stamped, with the certificates needed to check it',
    'level_B-LTA': 'PAdES B-LTA: signed and time-stamped, to be kept and checked for decades',
    signer_hash: 'SHA-256 of the signing certificate',
    deleted:
      'This entry was deleted on {on} under rule {rule}, as its retention period was over: its outcome and content are given no more. The register keeps only the hashes, by which a document in hand can still be compared. SHA-256 of what was deleted: {sha256}',
    file_title: 'The file you checked',
    file_hash: 'SHA-256 of the file',
    file_size: 'Size',
    bytes: '{count} bytes',
    level: 'Signature level (PAdES)',
    signers: 'Signed by',
    signers_unproved: 'Signers as the certificates say (not proved)',
    none: 'none',
    steps: 'The checks, step by step',
    not_kept: 'The file was checked and not kept.',
    compare_title: 'Check it yourself',
    compare_file: 'Do you hold the PDF? Choose it on the form to have every byte compared.',
    compare_hash:
      'Compute the SHA-256 of the file (for instance sha256sum {file}). If it equals the value above, it is the original file; one that was given time-stamps later has another value: check the PDF instead.',
    compare_offline:
      'Offline: download the issuer’s trust bundle and run npm run -s verify -- {file} --trust bundle.json, without a network and without trust in this server. Or import the root certificate into a PDF reader and look at the signature.',
    bundle: 'Download the trust bundle',
    root: 'Download the root certificate',
    own_authority:
      'The signing certificate comes from the issuer’s own authority; this is an electronic signature. The document is no test or accreditation by a public authority.',
    checked_at: 'Checked at {at}',
    unknown_title: 'No such document',
    unknown: 'No document with this number is registered. Check that the number was entered correctly.',
    unknown_named:
      'No document with this number and name is registered. Check that both are as they stand on the document.',
  },
};
