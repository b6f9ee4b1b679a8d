import { type Texts } from './i18n.js';

/** What the checks look at, in the order they are made. */
export type StepName =
  | 'signature_found'
  | 'byte_range'
  | 'digest'
  | 'signature_value'
  | 'time_stamp'
  | 'signing_certificate'
  | 'chain'
  | 'certificate_use'
  | 'revocation'
  | 'signature_fields'
  | 'later_revisions'
  | 'attachment'
  | 'signers';

export type Outcome = 'valid' | 'altered' | 'untrusted' | 'no_signature' | 'malformed';

/** PAdES baseline levels, from the lowest (ETSI EN 319 142-1 §6). */
export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';

/** What a check found. */
export type Finding =
  | 'found'
  | 'none_found'
  | 'file_empty'
  | 'not_pdf'
  | 'not_readable'
  | 'layout_not_supported'
  | 'covers_file'
  | 'covers_revision'
  | 'range_wrong'
  | 'file_cut_short'
  | 'digest_matches'
  | 'digest_differs'
  | 'value_matches'
  | 'value_differs'
  | 'signature_unreadable'
  | 'time_stamp_intact'
  | 'time_stamp_trusted'
  | 'time_stamp_not_trusted'
  | 'time_stamp_other_bytes'
  | 'time_stamp_broken'
  | 'time_stamp_not_permitted'
  | 'certificate_bound'
  | 'certificate_not_bound'
  | 'chain_trusted'
  | 'chain_not_trusted'
  | 'no_claimed_time'
  | 'not_valid_then'
  | 'use_permitted'
  | 'not_revoked'
  | 'revoked'
  | 'revoked_after_proof'
  | 'revoked_after_claim'
  | 'revocation_unknown'
  | 'unknown_critical_extension'
  | 'weak_certificate_signature'
  | 'leaf_is_authority'
  | 'leaf_may_not_sign'
  | 'leaf_not_for_documents'
  | 'issuer_may_not_certify'
  | 'nothing_added'
  | 'only_validation_added'
  | 'object_changed'
  | 'page_changed'
  | 'content_changed'
  | 'field_changed'
  | 'form_changed'
  | 'catalog_changed'
  | 'record_changed'
  | 'signature_replaced'
  | 'trailer_changed'
  | 'field_added'
  | 'object_added'
  | 'fields_signed'
  | 'field_empty'
  | 'signature_shared'
  | 'seal_not_last'
  | 'signers_match'
  | 'signers_not_named'
  | 'signer_another'
  | 'seal_of_another'
  | 'signature_detached'
  | 'unreadable_addition'
  | 'attachment_read'
  | 'no_attachment'
  | 'attachment_unreadable';

type Key =
  Finding | `step_${StepName}` | `outcome_${Outcome}` | 'signed_by' | 'usage' | 'cannot_read' | 'passed' | 'failed';

/** The words of a signature check. Say what was seen, and no more than it proves. */
export const signingTexts: Texts<Key> = {
  'zh-TW': {
    outcome_valid: '有效：簽章完好，簽署後內容未經更動，憑證可追溯至您信任的根憑證。',
    outcome_altered: '已遭更動：檔案或簽章與簽署當時不同。',
    outcome_untrusted: '無法信任：內容未經更動，但簽署者的憑證不在您信任的範圍內。',
    outcome_no_signature: '沒有簽章。',
    outcome_malformed: '無法查驗：檔案不完整，或不是本系統產生的文件。',
    step_signature_found: '尋找簽章',
    step_byte_range: '簽章涵蓋範圍',
    step_digest: '內容摘要',
    step_signature_value: '簽章值',
    step_time_stamp: '時戳',
    step_signing_certificate: '簽章與憑證的綁定',
    step_chain: '憑證鏈',
    step_certificate_use: '憑證用途',
    step_revocation: '憑證廢止',
    step_signature_fields: '簽章欄位',
    step_later_revisions: '簽署後的更動',
    step_signers: '簽署者身分',
    step_attachment: '內嵌紀錄',
    found: '找到 {count} 個簽章。',
    none_found: '檔案中沒有簽章。',
    file_empty: '檔案是空的。',
    not_pdf: '這不是 PDF 檔案。',
    not_readable: '讀不懂檔案的結構，可能已損毀或被截斷。',
    layout_not_supported: '檔案結構不是本系統所用的格式，因此無法判斷。',
    covers_file: '從第一個位元組到檔尾，除簽章本身外全部涵蓋。',
    covers_revision: '從第一個位元組到當時的檔尾，除簽章本身外全部涵蓋。',
    range_wrong: '宣告的涵蓋範圍不是整份文件。',
    file_cut_short: '檔案比簽署當時短，後段遺失。',
    digest_matches: '內容與簽署當時完全相同。',
    digest_differs: '內容與簽署當時不同。',
    value_matches: '簽章確實由憑證所屬的金鑰產生。',
    value_differs: '簽章不是由憑證所屬的金鑰產生。',
    signature_unreadable: '簽章資料讀不懂，已損毀。',
    time_stamp_intact: '時戳確實由時戳單位的金鑰產生。',
    time_stamp_trusted: '由信任的時戳單位「{authority}」蓋於 {time}。',
    time_stamp_not_trusted: '時戳完好，但時戳單位「{authority}」不在信任的範圍內，所載時間 {time} 不予採信。',
    time_stamp_other_bytes: '時戳完好，但蓋的是別的內容，不是這份文件。',
    time_stamp_broken: '時戳已損毀或遭更動。',
    time_stamp_not_permitted: '「{authority}」的憑證未獲准用於時戳，所載時間 {time} 不予採信。',
    certificate_bound: '簽章指定的正是這張憑證。',
    certificate_not_bound: '簽章指定的不是這張憑證，憑證可能遭調換。',
    chain_trusted: '由「{issuer}」簽發，可追溯至信任的根憑證，於 {at} 有效。',
    chain_not_trusted: '由「{issuer}」簽發，無法追溯至信任的根憑證。',
    no_claimed_time: '文件未載明簽署時間，無法判斷憑證當時是否有效。',
    not_valid_then: '憑證鏈於 {at} 不在有效期間內。',
    not_revoked: '依 {at} 公布的廢止清冊，憑證未被廢止。',
    revoked: '憑證已於 {at} 廢止（{reason}），且無法證明簽署在此之前。',
    revoked_after_proof: '憑證於 {at} 廢止（{reason}）；時戳證明簽署在此之前。',
    revoked_after_claim: '憑證於 {at} 廢止（{reason}），金鑰未曾外洩；自稱簽署時間在此之前，但沒有時戳證明。',
    revocation_unknown: '沒有簽發者的廢止清冊，無法得知憑證是否已廢止。',
    use_permitted: '憑證可用於簽署文件，簽發者有權簽發。',
    unknown_critical_extension: '憑證含有無法判讀的重要限制。',
    weak_certificate_signature: '憑證採用已不安全的演算法。',
    leaf_is_authority: '簽署用的憑證是憑證機構的憑證，不得用來簽署文件。',
    leaf_may_not_sign: '憑證未獲准用於簽章。',
    leaf_not_for_documents: '憑證未獲准用於簽署文件。',
    issuer_may_not_certify: '簽發者無權簽發此憑證。',
    nothing_added: '簽署後未增加任何內容。',
    only_validation_added: '簽署後只填入了預留欄位的簽章，或增加了查驗資料與不可見的時戳。',
    object_changed: '簽署後有內容被替換（物件 {object}）。',
    page_changed: '簽署後有頁面被替換（物件 {object}）。',
    content_changed: '簽署後頁面上的內容或圖樣被替換（物件 {object}）。',
    field_changed: '簽署後有簽章欄位或註解被更動（物件 {object}）。',
    form_changed: '簽署後文件的表單被更動（物件 {object}）。',
    catalog_changed: '簽署後文件的整體設定被更動（物件 {object}）。',
    record_changed: '簽署後內嵌的檔案被替換（物件 {object}）。',
    signature_replaced: '簽署後有簽章被換成別的簽章（物件 {object}）。',
    trailer_changed: '簽署後檔尾資料被更動，指向別的內容。',
    field_added: '簽署後增加了不允許的欄位（物件 {object}）。',
    object_added: '簽署後增加了與簽章、時戳、查驗資料都無關的內容（物件 {object}）。',
    fields_signed: '每個簽章欄位都有各自的簽章，先後順序正確。',
    field_empty: '欄位「{name}」沒有簽章：尚未簽署，或簽章已被移除。',
    signature_shared: '欄位「{name}」用的是別的欄位的簽章。',
    seal_not_last: '機構簽章之後又有人簽署，順序不對。',
    signers_match: '簽署者就是內嵌紀錄所載的人與機構。',
    signers_not_named: '內嵌紀錄未載明簽署者，無從比對。',
    signer_another: '簽署者「{name}」不是內嵌紀錄所載的決定者。',
    seal_of_another: '機構簽章屬於「{name}」，不是內嵌紀錄所載的機構。',
    signature_detached: '簽章已從文件表單中移除。',
    unreadable_addition: '簽署後增加了不允許的內容（自位元組 {offset} 起）。',
    attachment_read: '「{name}」，SHA-256 {sha256}',
    no_attachment: '文件沒有內嵌紀錄。',
    attachment_unreadable: '內嵌紀錄無法讀取。',
    signed_by: '簽署者：{name}（{organization}）；自稱簽署時間：{at}；憑證 SHA-256 {certificate}',
    passed: '通過',
    failed: '未通過',
    usage: '用法：verify 檔案… --trust 根憑證.pem [--json]',
    cannot_read: '無法讀取檔案：{file}',
  },
  en: {
    outcome_valid:
      'Valid: the signature is intact, nothing changed after signing, and the certificate leads to a root you trust.',
    outcome_altered: 'Altered: the file or its signature is not what it was when it was signed.',
    outcome_untrusted: 'Not trusted: the content is unchanged, but the signer’s certificate is not one you trust.',
    outcome_no_signature: 'There is no signature.',
    outcome_malformed: 'Cannot be checked: the file is broken, or was not made by this system.',
    step_signature_found: 'Signature',
    step_byte_range: 'Coverage',
    step_digest: 'Content digest',
    step_signature_value: 'Signature value',
    step_time_stamp: 'Time stamp',
    step_signing_certificate: 'Certificate binding',
    step_chain: 'Certificate chain',
    step_certificate_use: 'Certificate use',
    step_revocation: 'Revocation',
    step_signature_fields: 'Signature fields',
    step_later_revisions: 'Later changes',
    step_signers: 'Who signed',
    step_attachment: 'Embedded record',
    found: 'Signatures found: {count}.',
    none_found: 'The file has no signature.',
    file_empty: 'The file is empty.',
    not_pdf: 'This is not a PDF file.',
    not_readable: 'The structure of the file cannot be read; it may be damaged or cut short.',
    layout_not_supported: 'The file is not laid out the way this system does it, so no judgement is possible.',
    covers_file: 'Everything from the first byte to the last is covered, except the signature itself.',
    covers_revision:
      'Everything from the first byte to the end of the file at that time is covered, except the signature itself.',
    range_wrong: 'The declared coverage is not the whole document.',
    file_cut_short: 'The file is shorter than when it was signed.',
    digest_matches: 'The content is exactly what was signed.',
    digest_differs: 'The content is not what was signed.',
    value_matches: 'The signature was made with the certificate’s key.',
    value_differs: 'The signature was not made with the certificate’s key.',
    signature_unreadable: 'The signature data are damaged.',
    time_stamp_intact: 'The time stamp was made with its authority’s key.',
    time_stamp_trusted: 'Stamped at {time} by “{authority}”, an authority you trust.',
    time_stamp_not_trusted:
      'The time stamp is intact, but “{authority}” is no authority you trust: its time, {time}, is not relied upon.',
    time_stamp_other_bytes: 'The time stamp is intact, but was made over something else than this document.',
    time_stamp_broken: 'The time stamp is damaged or was altered.',
    time_stamp_not_permitted:
      'The certificate of “{authority}” is not permitted to make time stamps: its time, {time}, is not relied upon.',
    certificate_bound: 'The signature names this very certificate.',
    certificate_not_bound: 'The signature does not name this certificate; it may have been exchanged.',
    chain_trusted: 'Issued by “{issuer}”, leads to a trusted root, valid at {at}.',
    chain_not_trusted: 'Issued by “{issuer}”, leads to no trusted root.',
    no_claimed_time: 'The document states no signing time, so validity at that time is unknown.',
    not_valid_then: 'The certificate chain is not valid at {at}.',
    not_revoked: 'By the revocation list of {at} the certificate is not revoked.',
    revoked: 'The certificate was revoked at {at} ({reason}), and nothing proves that it signed before.',
    revoked_after_proof: 'The certificate was revoked at {at} ({reason}); a time-stamp proves that it signed before.',
    revoked_after_claim:
      'The certificate was revoked at {at} ({reason}), its key not stolen; the claimed time is earlier, but no time-stamp proves it.',
    revocation_unknown: 'There is no revocation list of an issuer, so whether a certificate was revoked is unknown.',
    use_permitted: 'The certificate may sign documents and its issuers may issue it.',
    unknown_critical_extension: 'A certificate carries an essential restriction that is not understood.',
    weak_certificate_signature: 'A certificate uses an algorithm that is no longer safe.',
    leaf_is_authority: 'The signing certificate is an authority’s and must not sign documents.',
    leaf_may_not_sign: 'The certificate is not permitted to sign.',
    leaf_not_for_documents: 'The certificate is not permitted to sign documents.',
    issuer_may_not_certify: 'An issuer is not permitted to issue this certificate.',
    nothing_added: 'Nothing was added after signing.',
    only_validation_added:
      'After signing, only waiting fields were signed, or validation data and unseen time stamps added.',
    object_changed: 'Content was replaced after signing (object {object}).',
    page_changed: 'A page was replaced after signing (object {object}).',
    content_changed: 'What a page or field shows was replaced after signing (object {object}).',
    field_changed: 'A signature field or an annotation was changed after signing (object {object}).',
    form_changed: 'The document’s form was changed after signing (object {object}).',
    catalog_changed: 'Settings of the whole document were changed after signing (object {object}).',
    record_changed: 'An embedded file was replaced after signing (object {object}).',
    signature_replaced: 'A signature was exchanged for another one after signing (object {object}).',
    trailer_changed: 'The end of the file was changed after signing and points to something else.',
    field_added: 'A field that is not permitted was added after signing (object {object}).',
    object_added:
      'Something that belongs to no signature, time stamp or validation data was added after signing (object {object}).',
    fields_signed: 'Every signature field holds a signature of its own, in the right order.',
    field_empty: 'The field “{name}” holds no signature: it was never signed, or the signature was removed.',
    signature_shared: 'The field “{name}” shows the signature of another field.',
    seal_not_last: 'Somebody signed after the body’s seal; the order is wrong.',
    signers_match: 'Those who signed are the person and the body that the embedded record names.',
    signers_not_named: 'The embedded record names nobody to compare the signers with.',
    signer_another: 'The signer “{name}” is not the person who decided according to the embedded record.',
    seal_of_another: 'The seal is that of “{name}”, not of the body that the embedded record names.',
    signature_detached: 'A signature was removed from the document’s form.',
    unreadable_addition: 'Something that is not permitted was added after signing (from byte {offset}).',
    attachment_read: '“{name}”, SHA-256 {sha256}',
    no_attachment: 'The document has no embedded record.',
    attachment_unreadable: 'The embedded record cannot be read.',
    signed_by: 'Signed by {name} ({organization}); claimed time {at}; certificate SHA-256 {certificate}',
    passed: 'passed',
    failed: 'failed',
    usage: 'Usage: verify FILE... --trust ROOT.pem [--json]',
    cannot_read: 'Cannot read the file: {file}',
  },
};
