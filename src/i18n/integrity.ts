import { type Texts } from './i18n.js';

/** What can be wrong with what an installation keeps. */
export const problemKinds = [
  'database_damaged',
  'reference_broken',
  'audit_missing',
  'audit_hash',
  'audit_link',
  'audit_cut',
  'audit_untold',
  'file_missing',
  'file_damaged',
  'size_differs',
  'record_differs',
  'plan_differs',
  'observation_differs',
  'questioning_differs',
  'conclusion_differs',
  'report_differs',
  'source_differs',
  'key_missing',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export type IntegrityKey =
  | ProblemKind
  | 'fsck_usage'
  | 'fsck_files'
  | 'fsck_rows'
  | 'fsck_audit'
  | 'fsck_orphans'
  | 'fsck_swept'
  | 'fsck_clean'
  | 'fsck_wrong'
  | 'backup_usage'
  | 'backup_database'
  | 'backup_files'
  | 'backup_keys'
  | 'backup_done'
  | 'backup_incomplete'
  | 'backup_inside'
  | 'restore_usage'
  | 'restore_done'
  | 'restore_ended'
  | 'restore_partial'
  | 'restore_damaged'
  | 'no_backup'
  | 'other_database'
  | 'server_running'
  | 'occupied'
  | 'tool_missing'
  | 'tool_failed'
  | 'not_possible';

/** The words of `fsck`, `backup` and `restore`. */
export const integrityTexts: Texts<IntegrityKey> = {
  'zh-TW': {
    database_damaged: '資料庫檔案受損：{detail}',
    reference_broken: '資料列 {subject} 參照的 {detail} 不存在',
    audit_missing: '稽核紀錄缺少第 {subject} 筆',
    audit_hash: '稽核紀錄第 {subject} 筆遭到更動',
    audit_link: '稽核紀錄第 {subject} 筆未與前一筆相連',
    audit_cut: '稽核紀錄不再包含備份當時的最後一筆（第 {subject} 筆）：其後的紀錄遭到截斷或改寫',
    audit_untold: '稽核紀錄沒有記載 {subject}，或所載內容與它不符',
    file_missing: '檔案 {subject} 不存在，但 {detail} 需要它',
    file_damaged: '檔案 {subject} 的內容已受損 {detail}',
    size_differs: '{subject} 登記的大小與檔案不符：{detail}',
    record_differs: '判定 {subject} 的依據與簽署時的雜湊值不符',
    plan_differs: '評量計畫 {subject} 與受評者確認時的雜湊值不符',
    observation_differs: '觀察紀錄 {subject} 與簽署時的雜湊值不符',
    questioning_differs: '提問紀錄 {subject} 與簽署時的雜湊值不符',
    conclusion_differs: '共同觀察的結論 {subject}，或其依據的紀錄，與作成時的雜湊值不符',
    report_differs: '第三方報告 {subject} 與簽署時的雜湊值不符',
    source_differs: '職能文件 {subject} 的原文與匯入時的雜湊值不符',
    key_missing: '憑證 {subject} 的私密金鑰不存在，請由備份還原',
    fsck_usage: '用法：fsck [--sweep] [--json] [--since 備份的 manifest.json]',
    fsck_files: '檔案 {count} 個，共 {size}，已全部重新計算雜湊值（每秒 {rate}、{perSecond} 個）',
    fsck_rows:
      '檔案登記 {fileRows} 筆、判定 {verdicts} 份、已簽署的觀察紀錄 {observations} 份、職能文件 {documents} 份、憑證 {certificates} 張',
    fsck_audit: '稽核紀錄 {auditEntries} 筆',
    fsck_orphans:
      '無人使用的檔案 {count} 個（中斷或遭拒的上傳所留下，無害；伺服器每天自動清除一天前的，--sweep 可立即清除）',
    fsck_swept: '已清除無人使用的檔案 {orphans} 個、未完成的上傳 {staged} 個',
    fsck_clean: '一切正常。',
    fsck_wrong: '發現 {count} 個問題。',
    backup_usage: '用法：backup --out 資料夾',
    backup_database: '資料庫已備份為 {name}（{size}）',
    backup_files: '檔案 {count} 個，共 {size}；其中 {copied} 個是這次新增或修復的，其餘已重新核對雜湊值',
    backup_keys: '加密的簽署金鑰 {count} 把。通行碼不在備份裡：請另外妥善保管，沒有它就無法再簽署。',
    backup_done: '備份完成。',
    backup_incomplete: '備份已寫入，但有 {count} 個檔案遺失或受損；請執行 fsck。',
    backup_inside: '備份到 {folder} 會寫進正在使用的 {kept}：請改用另外的資料夾。',
    restore_usage: '用法：restore --from 資料夾 [--force]',
    restore_done:
      '已還原 {madeAt} 的備份（版本 {touchstone}）：檔案 {files} 個、金鑰 {keys} 把。請設定備份當時的通行碼，並執行 npm run -s fsck 檢查。',
    restore_ended:
      '已登出所有人：結束 {sessions} 個登入、撤銷 {apiTokens} 個 API 權杖，因為備份不知道後來撤銷了哪些。密碼與人員權限回到備份當時，請檢查。',
    restore_partial: '有 {count} 個檔案在備份中遺失或受損，未能還原；其餘均已還原。',
    restore_damaged:
      '備份有 {count} 處受損，沒有還原任何內容。若受損的只是檔案，加上 --force 可還原其餘完好的部分；資料庫或金鑰受損則無法還原。',
    no_backup: '{path} 不是可用的備份（{reason}）。',
    other_database: '這份備份來自 {backup}，目前設定的是 {here}；請改用相同的資料庫。',
    server_running: '資料庫正在使用中：請先停止伺服器。',
    occupied:
      '{what} 已有資料。若確定要以備份取代，請加上 --force；原有的資料庫檔案與金鑰會改名保留（PostgreSQL 的資料則會被取代）。',
    tool_missing: '找不到 {tool}：請安裝 PostgreSQL 用戶端工具並加入 PATH。',
    tool_failed: '{tool} 執行失敗：{reason}',
    not_possible: '無法執行：{reason}',
  },
  en: {
    database_damaged: 'The database file is damaged: {detail}',
    reference_broken: 'Row {subject} refers to a {detail} that does not exist',
    audit_missing: 'Audit entry {subject} is missing',
    audit_hash: 'Audit entry {subject} was changed',
    audit_link: 'Audit entry {subject} is not linked to the one before',
    audit_cut:
      'The audit log no longer holds the entry it ended with at the time of the backup ({subject}): its tail was cut off or rewritten',
    audit_untold: 'The audit log does not tell of {subject} as it is',
    file_missing: 'File {subject} is missing, and {detail} needs it',
    file_damaged: 'The content of file {subject} is damaged {detail}',
    size_differs: '{subject} has another size than its file: {detail}',
    record_differs: 'The basis of {subject} does not have the hash it was signed with',
    plan_differs: '{subject} does not have the hash it was acknowledged with',
    observation_differs: '{subject} does not have the hash it was signed with',
    questioning_differs: '{subject} does not have the hash it was signed with',
    conclusion_differs: '{subject}, or a record it was drawn from, does not have the hash it was concluded with',
    report_differs: '{subject} does not have the hash it was signed with',
    source_differs: 'The text of {subject} does not have the hash it was imported with',
    key_missing: 'The private key of {subject} is missing: restore it from a backup',
    fsck_usage: 'Usage: fsck [--sweep] [--json] [--since A-BACKUP’S-manifest.json]',
    fsck_files: '{count} files, {size}, all hashed anew ({rate} and {perSecond} files a second)',
    fsck_rows:
      '{fileRows} rows of files, {verdicts} verdicts, {observations} signed observations, {documents} competency documents, {certificates} certificates',
    fsck_audit: '{auditEntries} audit entries',
    fsck_orphans:
      '{count} files nobody uses (left by broken or refused uploads, harmless; the server removes those older than a day every day, --sweep at once)',
    fsck_swept: 'Removed {orphans} files nobody uses and {staged} unfinished uploads',
    fsck_clean: 'All is well.',
    fsck_wrong: '{count} things are wrong.',
    backup_usage: 'Usage: backup --out FOLDER',
    backup_database: 'The database is backed up as {name} ({size})',
    backup_files: '{count} files, {size}; {copied} of them are new or mended, the others were hashed again',
    backup_keys:
      '{count} encrypted signing keys. The passphrase is not in the backup: keep it elsewhere, for without it nothing can be signed any more.',
    backup_done: 'The backup is complete.',
    backup_incomplete: 'The backup is written, but {count} files are missing or damaged: run fsck.',
    backup_inside: 'A backup to {folder} would write into {kept}, which is in use: choose a folder apart from it.',
    restore_usage: 'Usage: restore --from FOLDER [--force]',
    restore_done:
      'Restored the backup of {madeAt} (version {touchstone}): {files} files, {keys} keys. Set the passphrase of that time and run npm run -s fsck.',
    restore_ended:
      'Everybody is signed out: {sessions} sessions and {apiTokens} API tokens are revoked, because a backup cannot know which were revoked after it. Passwords and roles are those of the backup: review them.',
    restore_partial: '{count} files are missing or damaged in the backup and were not restored; all the rest was.',
    restore_damaged:
      'The backup is damaged in {count} places. Nothing was restored. If only files are damaged, --force restores what is whole; without a whole database and keys there is nothing to restore.',
    no_backup: '{path} is no backup that can be used ({reason}).',
    other_database: 'This backup is of {backup}, and {here} is configured: use the same database.',
    server_running: 'The database is in use: stop the server first.',
    occupied:
      '{what} holds data. To replace it by the backup, add --force; the database file and keys that were there are kept under another name (data in PostgreSQL is replaced).',
    tool_missing: '{tool} was not found: install PostgreSQL’s client tools and put them in PATH.',
    tool_failed: '{tool} failed: {reason}',
    not_possible: 'This was not possible: {reason}',
  },
};
