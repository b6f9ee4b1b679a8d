import { type Texts } from './i18n.js';

export type KeysKey =
  | 'usage'
  | 'certificate'
  | 'state_stands'
  | 'state_revoked'
  | 'state_ended'
  | 'state_offline'
  | 'state_set_aside'
  | 'list_until'
  | 'list_none'
  | 'which_body'
  | 'renewed'
  | 'left'
  | 'lists_ended'
  | 'revoked'
  | 'revoked_before'
  | 'not_published'
  | 'root_not_revoked'
  | 'issuing_made'
  | 'seal_made'
  | 'issuing_compromised'
  | 'seal_compromised'
  | 'root_compromised'
  | 'root_needed'
  | 'exported'
  | 'removed'
  | 'imported'
  | 'wrong_root'
  | 'wrong_passphrase'
  | 'in_token'
  | 'exists'
  | 'too_short'
  | 'differ'
  | 'no_passphrase'
  | 'ask_seal'
  | 'seal_brought'
  | 'seal_known'
  | 'seal_without_key'
  | 'seal_weak'
  | 'seal_incomplete'
  | 'seal_not_valid'
  | 'seal_unfit'
  | 'ask_root'
  | 'ask_root_again'
  | 'ask_new'
  | 'ask_new_again'
  | 'passphrase_changed'
  | 'passphrase_in_environment'
  | 'passphrase_in_file'
  | 'nothing_locked'
  | 'set_aside'
  | 'bring_root'
  | 'authority_made'
  | 'say_yes'
  | 'old_database'
  | 'unknown'
  | 'unavailable'
  | 'not_possible';

/** The words of `keys`. */
export const keysTexts: Texts<KeysKey> = {
  'zh-TW': {
    usage: `用法：keys 指令（說明見 docs/keys.md）
  list                                      列出各機構的憑證、金鑰所在與廢止清冊
  renew                                     更新即將到期的憑證與廢止清冊，並廢止離職人員的憑證
  revoke 憑證編號 --reason 原因             廢止一張憑證（原因：unspecified、keyCompromise、cACompromise、
                                            affiliationChanged、superseded、cessationOfOperation）
  rotate-issuing [--body 機構編號]          由根憑證另簽一張簽發憑證
  rotate-seal [--body 機構編號]             換發機構印鑑，並廢止舊印鑑
  compromise issuing|seal|root [--body 機構編號] 金鑰外洩：廢止、換發，並說明後續處置
  import-seal 檔案.p12 [--body 機構編號] [--chain 憑證鏈.pem]
                                            改用憑證機構核發的機構印鑑（PKCS#12 檔）
  export-root [--body 機構編號] --out 檔案 [--remove]
                                            匯出根金鑰（另設通行碼加密）；--remove 隨後自系統移除
  import-root --in 檔案                     為更換簽發憑證等作業，將根金鑰移回系統
  change-passphrase                         更換保護金鑰的通行碼
  new-authority --yes                       通行碼遺失時：將打不開的金鑰移置一旁，重新建立憑證機構`,
    certificate: '{id}  {use}  {subject}  有效至 {end}',
    state_stands: '使用中',
    state_revoked: '已廢止（{reason}，{at}）',
    state_ended: '已到期',
    state_offline: '金鑰離線保管',
    state_set_aside: '金鑰已移置一旁',
    list_until: '  廢止清冊第 {number} 號，列有 {revoked} 張，有效至 {end}',
    list_none: '  尚未公布廢止清冊',
    which_body: '有多個訓練機構，請以 --body 指定其中之一：{bodies}',
    renewed: '已檢查 {bodies} 個機構的憑證與廢止清冊。',
    left: '已廢止 {count} 張離職人員的憑證。',
    lists_ended: '「{body}」有 {count} 份廢止清冊尚未公布或已過期：若根金鑰離線，請移回後再執行 keys renew。',
    revoked: '已廢止 {subject}，並公布於廢止清冊。',
    revoked_before: '{subject} 先前已廢止。',
    not_published:
      '系統內已廢止並停用，但簽發者的金鑰目前無法使用，廢止清冊尚未更新。請移回根金鑰（keys import-root）後執行 keys renew。',
    root_not_revoked:
      '根憑證不能以廢止清冊廢止。根金鑰若外洩，請依 docs/keys.md 建立新的憑證機構，並通知信任者移除舊根憑證。',
    issuing_made: '「{body}」已改用新的簽發憑證 {id}。人員憑證與印鑑於下次簽署時自動換發；舊文件仍可查驗。',
    seal_made: '「{body}」已換發印鑑，舊印鑑已廢止；先前蓋印的文件仍可查驗。',
    issuing_compromised: `「{body}」外洩的簽發憑證已由根憑證廢止，並已換發新憑證。
  接下來：一、將新的廢止清冊與信任包提供給查驗者。二、沒有可信時戳的舊文件，離線查驗時將不再可信，請以
  登錄資料（線上查驗）為準，並視需要重新出具。三、查明外洩原因，更換通行碼（keys change-passphrase）。`,
    seal_compromised: `「{body}」外洩的印鑑已廢止，並已換發新印鑑。
  接下來：一、將新的廢止清冊提供給查驗者。二、僅由舊印鑑簽署且沒有可信時戳的文件，離線查驗時將不再可信，
  請以登錄資料為準，並視需要補發證書。三、查明外洩原因，更換通行碼（keys change-passphrase）。`,
    root_compromised: `「{body}」已改用全新的憑證機構，外洩的根憑證不再對外提供。
  接下來：一、通知所有查驗者移除舊根憑證、匯入新的根憑證。二、舊文件離線查驗時將不再可信，請以登錄資料
  （線上查驗）為準，並視需要重新出具。三、查明外洩原因，更換通行碼（keys change-passphrase）。`,
    root_needed: '此作業需要根金鑰，但根金鑰離線保管中：請先執行 keys import-root。',
    exported: '根金鑰已匯出至 {file}，以您設定的通行碼加密。請存放於兩處離線媒體，通行碼分開保管。',
    removed: '根金鑰已自系統移除。根憑證的廢止清冊有效至 {end}，請於到期前移回根金鑰，執行 keys renew。',
    imported: '「{subject}」的根金鑰已移回系統。作業完成後，請再執行 keys export-root --remove 移除。',
    wrong_root: '{file} 內不是此系統任何機構的根金鑰。',
    wrong_passphrase: '通行碼不符。',
    in_token: '金鑰存放於硬體符記內，無法匯出。',
    exists: '{file} 已存在，不予覆寫。',
    too_short: '通行碼至少 12 個字元。',
    differ: '兩次輸入的通行碼不同。',
    no_passphrase: '沒有可詢問的終端機，請以環境變數 {name} 提供通行碼。',
    ask_seal: 'PKCS#12 檔的密碼：',
    seal_brought: `「{body}」自即日起以「{subject}」（{issuer} 核發）用印。先前蓋印的文件不受影響。
  查驗者須信任這張印鑑憑證本身，僅信任核發機構的根憑證並不足夠：請重新提供 root.pem 或信任包，其中已納入此印鑑。
  憑證到期後會改回系統自製的印鑑；請於到期前換發並再次匯入。原檔案請妥善保管或銷毀。`,
    seal_known: '「{body}」目前已使用「{subject}」這張印鑑，未作變更。',
    seal_without_key: '檔案內須恰有一把私鑰及其對應的憑證。',
    seal_weak: '不支援此種金鑰（{detail}），無法用來簽發數位憑證；請使用 2048 位元以上的 RSA，或 P-256 的 ECDSA。',
    seal_incomplete: '憑證鏈不完整，缺少「{detail}」的憑證。請向憑證機構取得中繼及根憑證，以 --chain 提供。',
    seal_not_valid: '憑證目前不在有效期間內（{detail}）。',
    seal_unfit: '憑證的用途不允許簽署文件（{detail}）。',
    ask_root: '根金鑰的通行碼：',
    ask_root_again: '再次輸入根金鑰的通行碼：',
    ask_new: '新的通行碼：',
    ask_new_again: '再次輸入新的通行碼：',
    passphrase_changed: '{count} 把金鑰已改以新的通行碼保護。舊備份仍須以舊通行碼開啟。',
    passphrase_in_environment: '請將 KEY_PASSPHRASE 改為新的通行碼，並重新啟動伺服器；在此之前無法簽署。',
    passphrase_in_file: '通行碼檔案已一併更新，不需重新啟動。',
    nothing_locked: '所有金鑰都能開啟，沒有需要移置的金鑰。',
    set_aside: '已將 {keys} 把打不開的金鑰移置於 {folder}，未刪除任何檔案；日後若尋回通行碼，請與系統管理者研議。',
    bring_root: '「{subject}」的根金鑰離線保管：請執行 keys import-root，沿用原有的根憑證。',
    authority_made: '「{body}」的憑證機構已可使用。若根憑證為新建，請重新公布並請查驗者匯入；舊文件仍以舊根憑證查驗。',
    say_yes: '打不開的金鑰將移置一旁，各機構改用新的金鑰。請先確認通行碼確實遺失，再加上 --yes 執行。',
    old_database: '資料庫尚未更新至此版本，請先啟動伺服器。',
    unknown: '找不到 {id}。',
    unavailable: '簽署金鑰無法使用，原因見上方紀錄。請檢查 KEY_PASSPHRASE、KEY_PASSPHRASE_FILE 與 KEYS_DIR。',
    not_possible: '無法執行：{reason}',
  },
  en: {
    usage: `Usage: keys COMMAND (see docs/keys.md)
  list                                   certificates of each body, where their keys are, and revocation lists
  renew                                  renews what is about to end, and revokes certificates of people who left
  revoke ID --reason REASON              revokes a certificate (unspecified, keyCompromise, cACompromise,
                                         affiliationChanged, superseded, cessationOfOperation)
  rotate-issuing [--body ID]             has the root certify another issuing certificate
  rotate-seal [--body ID]                makes another seal and revokes the old one
  compromise issuing|seal|root [--body ID] for a stolen key: revokes, replaces, and says what to do next
  import-seal FILE.p12 [--body ID] [--chain CHAIN.pem]
                                         seals by a certificate that an authority issued (PKCS#12)
  export-root [--body ID] --out FILE [--remove]
                                         exports the root's key under a passphrase of its own; --remove then takes it away
  import-root --in FILE                  brings a root's key back for a ceremony
  change-passphrase                      protects the keys by another passphrase
  new-authority --yes                    for a lost passphrase: puts locked keys aside and begins anew`,
    certificate: '{id}  {use}  {subject}  until {end}',
    state_stands: 'in use',
    state_revoked: 'revoked ({reason}, {at})',
    state_ended: 'ended',
    state_offline: 'key kept offline',
    state_set_aside: 'key put aside',
    list_until: '  revocation list no. {number}, naming {revoked}, until {end}',
    list_none: '  no revocation list published yet',
    which_body: 'There are several training bodies; choose one by --body: {bodies}',
    renewed: 'Certificates and revocation lists of {bodies} training bodies were looked after.',
    left: 'Certificates revoked of people who left: {count}.',
    lists_ended:
      '{count} revocation lists of “{body}” are missing or ended. If the root is offline, bring it back and call keys renew.',
    revoked: 'Revoked {subject}, and published that.',
    revoked_before: '{subject} had been revoked before.',
    not_published:
      'Revoked here and not used any more, but the issuer’s key is away and the list could not be renewed. Bring the root back (keys import-root), then call keys renew.',
    root_not_revoked:
      'A root cannot be revoked by a list. If its key was stolen, make a new authority (docs/keys.md) and tell everybody to remove the old root.',
    issuing_made:
      '“{body}” now uses the issuing certificate {id}. People’s certificates and the seal are renewed when they next sign; older documents stay verifiable.',
    seal_made: '“{body}” has a new seal and the old one is revoked; documents it sealed stay verifiable.',
    issuing_compromised: `The stolen issuing certificate of “{body}” is revoked by the root, and replaced.
  Next: 1. Give the new revocation lists and trust bundle to those who verify. 2. Older documents without a trusted
  time-stamp are no longer believed offline: the register (online verification) decides; issue them again where needed.
  3. Find out how it happened, and change the passphrase (keys change-passphrase).`,
    seal_compromised: `The stolen seal of “{body}” is revoked and replaced.
  Next: 1. Give the new revocation list to those who verify. 2. Documents signed by the old seal alone, without a trusted
  time-stamp, are no longer believed offline: the register decides; issue certificates again where needed.
  3. Find out how it happened, and change the passphrase (keys change-passphrase).`,
    root_compromised: `“{body}” has a new authority, and the stolen root is not handed out any more.
  Next: 1. Have everybody who verifies remove the old root and import the new one. 2. Older documents are no longer
  believed offline: the register (online verification) decides; issue them again where needed.
  3. Find out how it happened, and change the passphrase (keys change-passphrase).`,
    root_needed: 'This needs the root’s key, which is kept offline: call keys import-root first.',
    exported:
      'The root’s key is in {file}, encrypted by the passphrase you chose. Keep it on two offline media, and the passphrase elsewhere.',
    removed:
      'The root’s key is gone from here. Its revocation list ends at {end}: bring it back before, and call keys renew.',
    imported: 'The root’s key of “{subject}” is back. When you are done, remove it again by keys export-root --remove.',
    wrong_root: '{file} holds no root’s key of this installation.',
    wrong_passphrase: 'The passphrase does not fit.',
    in_token: 'The key is inside a token and cannot be exported.',
    exists: '{file} exists and is not overwritten.',
    too_short: 'A passphrase has at least 12 characters.',
    differ: 'The two passphrases differ.',
    no_passphrase: 'There is no terminal to ask on: give the passphrase in the environment variable {name}.',
    ask_seal: 'Password of the PKCS#12 file: ',
    seal_brought: `“{body}” now seals as “{subject}” (issued by {issuer}). What was sealed before is not affected.
  Those who verify must trust this very certificate, not merely its issuer’s root: give them root.pem or the trust bundle
  anew, which name it. When it ends, the seal made here is used again: import its successor before. Keep or destroy the file.`,
    seal_known: '“{body}” seals as “{subject}” already; nothing was changed.',
    seal_without_key: 'The file must hold exactly one private key and the certificate that belongs to it.',
    seal_weak:
      'Keys of this kind cannot sign digital credentials and are not supported ({detail}): use RSA of 2048 bits or more, or ECDSA on P-256.',
    seal_incomplete:
      'The chain lacks the certificate of “{detail}”. Get the intermediate and root certificates and give them by --chain.',
    seal_not_valid: 'A certificate is not valid now ({detail}).',
    seal_unfit: 'The certificate may not sign documents ({detail}).',
    ask_root: 'Passphrase of the root’s key: ',
    ask_root_again: 'The passphrase of the root’s key again: ',
    ask_new: 'New passphrase: ',
    ask_new_again: 'New passphrase again: ',
    passphrase_changed: 'The new passphrase protects {count} keys. Older backups still open by the old one.',
    passphrase_in_environment:
      'Set KEY_PASSPHRASE to the new passphrase and restart the server; until then it cannot sign.',
    passphrase_in_file: 'The passphrase file was changed too; no restart is needed.',
    nothing_locked: 'Every key opens; there is nothing to put aside.',
    set_aside:
      '{keys} keys that do not open were put aside in {folder}. Nothing was deleted, in case the passphrase turns up.',
    bring_root: 'The root’s key of “{subject}” is kept offline: call keys import-root to go on under the same root.',
    authority_made:
      '“{body}” has an authority that works. If its root is new, publish it and have verifiers import it; older documents are verified by the old root.',
    say_yes:
      'Keys that do not open will be put aside, and training bodies get new ones. Make sure that the passphrase is really lost, then add --yes.',
    old_database: 'The database is older than this version: start the server first.',
    unknown: 'There is no {id}.',
    unavailable:
      'The signing keys cannot be used, for the reason logged above. Check KEY_PASSPHRASE, KEY_PASSPHRASE_FILE and KEYS_DIR.',
    not_possible: 'This was not possible: {reason}',
  },
};
