import { type Texts } from './i18n.js';

type Key =
  | 'usage'
  | 'cannot_read'
  | 'trust_unreadable'
  | 'trust_twice'
  | 'bundle_malformed'
  | 'bundle_altered'
  | 'bundle_untrusted'
  | 'bundle'
  | 'bundle_alone'
  | 'bundle_out_of_date'
  | 'step_register'
  | 'stands'
  | 'ended_superseded'
  | 'ended_revoked'
  | 'outcome_ended'
  | 'no_bundle'
  | 'step_credential'
  | 'step_credential_alone'
  | 'credential_agrees'
  | 'credential_of_another'
  | `differs_${'body' | 'document' | 'holder' | 'unit'}`
  | 'credential_vouched'
  | 'credential_not_checked'
  | 'credential_needs_bundle'
  | 'credential_says'
  | 'outcome_credential'
  | `outcome_credential_${'good' | 'broken' | 'revoked'}`;

/** What the `verify` command says beside the checks of the signatures. */
export const verifyCommandTexts: Texts<Key> = {
  'zh-TW': {
    usage:
      '用法：verify 檔案（PDF 或 .jwt）… --trust 信任包.json|根憑證.pem [--trust …] [--lang zh-TW|en] [--json]\n結束碼：0 有效；1 無效；2 用法錯誤或檔案無法讀取；3 簽章有效，但依信任包所載已被取代或撤銷',
    cannot_read: '無法讀取檔案：{file}',
    trust_unreadable: '--trust 的檔案既不是 PEM 憑證，也不是信任包。',
    trust_twice: '一次只能使用一個信任包。',
    bundle_malformed: '信任包的格式不對，無法使用。',
    bundle_altered: '信任包的簽章與內容不符，可能遭竄改，不予採用。請重新下載。',
    bundle_untrusted: '信任包的簽章無法追溯至信任的根憑證，不予採用。',
    bundle: '信任包：{body}，{issuedAt} 簽發，由「{sealedBy}」簽章；根憑證 SHA-256 {rootSha256}',
    bundle_alone: '根憑證取自信任包本身：請向出具機構核對上列 SHA-256，或同時以 --trust 指定您已信任的根憑證。',
    bundle_out_of_date: '注意：信任包已於 {nextUpdate} 過期，其後的取代與撤銷未包含在內。請下載新的信任包。',
    step_register: '登記狀態',
    stands: '截至 {issuedAt}，這份文件未被取代或撤銷。',
    ended_superseded: '這份文件自 {on} 起已被取代：{reason}',
    ended_revoked: '這份文件已於 {on} 撤銷：{reason}',
    outcome_ended: '真實，但已失效：簽章完好、內容未經更動，但文件已被取代或撤銷。',
    no_bundle: '只用根憑證無法得知文件是否已被取代或撤銷；請改用出具機構的信任包。',
    step_credential: '內嵌的數位憑證',
    step_credential_alone: '數位憑證',
    credential_agrees: '它說的就是這份文件：機構、文件、持有人與單元都相同。',
    credential_of_another: '它說的不是這份文件：{what}不同。',
    differs_body: '發證機構',
    differs_document: '文件編號或簽發時間',
    differs_holder: '持有人姓名',
    differs_unit: '單元或基準',
    credential_vouched: '不過它就在這份 PDF 裡，由 PDF 的簽章證明。單獨拿出來的憑證檔請勿採信。',
    credential_not_checked: '沒有信任包，或信任包裡沒有憑證用的金鑰，因此未查驗內嵌的數位憑證。',
    credential_needs_bundle: '查驗數位憑證檔需要含有發證機構金鑰的信任包：{file}',
    credential_says: '持有人「{holder}」，{name}',
    outcome_credential: '不可採信：PDF 的簽章完好，但內嵌的數位憑證有問題。',
    outcome_credential_good: '有效：憑證由發證機構簽發，內容未經更動。',
    outcome_credential_broken: '無效：這份憑證不可採信。',
    outcome_credential_revoked: '真實，但已失效：憑證簽章正確，但已被撤銷或取代。',
  },
  en: {
    usage:
      'Usage: verify FILE(.pdf|.jwt)... --trust BUNDLE.json|ROOT.pem [--trust ...] [--lang zh-TW|en] [--json]\nExit codes: 0 valid; 1 not valid; 2 wrong usage or an unreadable file; 3 signed validly, but superseded or revoked as of the bundle',
    cannot_read: 'Cannot read the file: {file}',
    trust_unreadable: 'The file of --trust is neither a PEM certificate nor a trust bundle.',
    trust_twice: 'Only one trust bundle can be used at a time.',
    bundle_malformed: 'The trust bundle is not laid out as one and cannot be used.',
    bundle_altered:
      'The seal of the trust bundle does not fit its content: it may have been altered. Download it again.',
    bundle_untrusted: 'The seal of the trust bundle leads to no trusted root, so the bundle is not used.',
    bundle: 'Trust bundle of {body}, issued {issuedAt}, sealed by “{sealedBy}”; root certificate SHA-256 {rootSha256}',
    bundle_alone:
      'The root comes from the bundle itself: compare its SHA-256 with the body’s own word, or name a root that you already trust with another --trust.',
    bundle_out_of_date:
      'Note: the bundle was good until {nextUpdate}. What was superseded or revoked since is not in it. Download a new one.',
    step_register: 'Register',
    stands: 'As of {issuedAt} this document was neither superseded nor revoked.',
    ended_superseded: 'This document was superseded on {on}: {reason}',
    ended_revoked: 'This document was revoked on {on}: {reason}',
    outcome_ended:
      'Authentic, but no longer valid: signature and content are intact, but the document was superseded or revoked.',
    no_bundle: 'A root alone cannot tell whether the document was superseded or revoked: use the body’s trust bundle.',
    step_credential: 'Embedded credential',
    step_credential_alone: 'Credential',
    credential_agrees: 'It is about this document: body, document, holder and unit are the same.',
    credential_of_another: 'It is not about this document; what differs: {what}.',
    differs_body: 'the issuing body',
    differs_document: 'the document number or the time of issue',
    differs_holder: 'the holder’s name',
    differs_unit: 'the unit or standard',
    credential_vouched:
      'But it is in this PDF, whose signature proves it. Do not believe the credential as a file of its own.',
    credential_not_checked:
      'The embedded credential was not checked: there is no trust bundle, or none with the keys of credentials.',
    credential_needs_bundle: 'To check a credential, a trust bundle with its issuer’s keys is needed: {file}',
    credential_says: 'Holder: {holder}. {name}',
    outcome_credential:
      'Not to be believed: the signature of the PDF is intact, but the embedded credential is not sound.',
    outcome_credential_good: 'Valid: the issuer signed this credential, and it has not been altered.',
    outcome_credential_broken: 'Not valid: this credential is not to be believed.',
    outcome_credential_revoked:
      'Authentic, but no longer valid: the credential is rightly signed, but was revoked or superseded.',
  },
};
