import { type Texts } from './i18n.js';

export type PackPart =
  | 'readme'
  | 'index'
  | 'faults'
  | 'assessment'
  | 'people'
  | 'verdict_pdf'
  | 'verdict_record'
  | 'settings_then'
  | 'matrix_csv'
  | 'matrix_json'
  | 'plans'
  | 'claims'
  | 'judgements'
  | 'observations'
  | 'sittings'
  | 'questionings'
  | 'reports'
  | 'invitations'
  | 'evidence_index'
  | 'evidence_file'
  | 'declarations'
  | 'checks'
  | 'waivers'
  | 'attributions'
  | 'self_assessments'
  | 'requests'
  | 'notifications'
  | 'receipts'
  | 'appeals'
  | 'appeal_pdf'
  | 'appeal_record'
  | 'verifications'
  | 'blind_judgements'
  | 'tombstones'
  | 'register'
  | 'settings_history'
  | 'sampling'
  | 'agreement'
  | 'certificate'
  | 'certificates'
  | 'certificate_pdf'
  | 'certificate_record'
  | 'certificate_register'
  | 'document'
  | 'audit'
  | 'audit_head';

/** What each file of an audit pack is. */
export const packPartTexts: Texts<PackPart> = {
  'zh-TW': {
    readme: '說明',
    index: '評量總表',
    faults: '缺少或與登錄雜湊不符的檔案',
    assessment: '評量基本資料、指派與利益關係申報',
    people: '本評量中出現的人員代號與姓名',
    verdict_pdf: '評量判定書（已簽章，原檔）',
    verdict_record: '評量判定紀錄（正規化 JSON，原檔）',
    settings_then: '判定當時適用的規則設定',
    matrix_csv: '涵蓋矩陣（評量目標×證據），以判定當時為準',
    matrix_json: '涵蓋矩陣與各規則的發現，以判定當時為準',
    plans: '評量計畫各版本與受評者的確認',
    claims: '證據主張',
    judgements: '評量者的判斷（全部，依時間）',
    observations: '已簽署的觀察紀錄',
    sittings: '共同觀察場次與結論',
    questionings: '已簽署的提問紀錄',
    reports: '第三方報告',
    invitations: '第三方報告的邀請',
    evidence_index: '證據清單與雜湊值',
    evidence_file: '證據檔案',
    declarations: '受評者的真實性聲明',
    checks: '評量者的真實性查核',
    waivers: '已豁免的提醒與理由',
    attributions: '知識、技能由指標展現的認定',
    self_assessments: '受評者自評',
    requests: '補充證據的請求與答覆',
    notifications: '判定通知',
    receipts: '判定簽收（僅表示收到，不表示同意）',
    appeals: '申覆與決定',
    appeal_pdf: '申覆決定書（已簽章，原檔）',
    appeal_record: '申覆決定紀錄（正規化 JSON，原檔）',
    verifications: '審查紀錄、改善事項與完成情形',
    blind_judgements: '盲評的第二判斷',
    tombstones: '已依保存期限刪除之資料的紀錄',
    register: '期末當日的評量者與審查者名冊',
    settings_history: '規則設定的所有版本',
    sampling: '抽樣計畫、樣本與指派',
    agreement: '評量者間一致性統計',
    certificate: '簽章憑證',
    certificates: '依本判定核發的證明、撤銷與取代情形',
    certificate_pdf: '評量結果證明（已簽章，原檔）',
    certificate_record: '評量結果證明紀錄（正規化 JSON，原檔）',
    certificate_register: '期間內的證明登記簿',
    document: '職能基準或職能單元的原文',
    audit: '與本稽核包有關的異動紀錄（含雜湊鏈）',
    audit_head: '製作時異動紀錄鏈的末端',
  },
  en: {
    readme: 'How to read and check this pack',
    index: 'All assessments',
    faults: 'Files that are missing or differ from their registered hash',
    assessment: 'The assessment, its assignments and declarations of interest',
    people: 'Ids and names of people who appear in this assessment',
    verdict_pdf: 'The verdict, signed PDF as issued',
    verdict_record: 'The record of the verdict, canonical JSON as issued',
    settings_then: 'Rule settings in force at the verdict',
    matrix_csv: 'Coverage matrix (targets × evidence), as at the verdict',
    matrix_json: 'Coverage matrix and what the rules found, as at the verdict',
    plans: 'Every version of the plan, and its acknowledgements',
    claims: 'Claims',
    judgements: 'All judgements, in order of time',
    observations: 'Signed observations',
    sittings: 'Sittings of several observers, and their conclusions',
    questionings: 'Signed questioning records',
    reports: 'Third-party reports',
    invitations: 'Invitations of third parties',
    evidence_index: 'List of the evidence with hashes',
    evidence_file: 'File of evidence',
    declarations: 'The candidate’s declarations of authenticity',
    checks: 'Checks of authenticity by assessors',
    waivers: 'Waivers of warnings, with reasons',
    attributions: 'Knowledge and skills found demonstrated through criteria',
    self_assessments: 'The candidate’s self-assessment',
    requests: 'Requests for evidence, and answers',
    notifications: 'Notification of the verdict',
    receipts: 'Receipt of the verdict (not consent)',
    appeals: 'Appeal and decision',
    appeal_pdf: 'The decision of the appeal, signed PDF as issued',
    appeal_record: 'The record of the appeal’s decision, canonical JSON as issued',
    verifications: 'Verifications, their actions and what became of them',
    blind_judgements: 'Blind second judgements',
    tombstones: 'What was deleted because its time had come',
    register: 'Register of assessors and verifiers on the last day of the period',
    settings_history: 'All versions of the rule settings',
    sampling: 'Sampling plans, samples and assignments',
    agreement: 'Agreement between assessors',
    certificate: 'Certificate for checking signatures',
    certificates: 'The certificates of this verdict, and which were revoked or superseded',
    certificate_pdf: 'Certificate (signed, as issued)',
    certificate_record: 'Record of the certificate (canonical JSON, as issued)',
    certificate_register: 'The register of certificates for the period',
    document: 'Source text of the standard or unit',
    audit: 'Entries of the audit log that concern this pack, with their hashes',
    audit_head: 'Where the audit chain ended when this pack was made',
  },
};

/** The words of README.txt. Chinese first, and English beneath. */
export const packReadme: Texts<'text' | 'all' | 'nothing' | 'without_files' | 'with_files'> = {
  'zh-TW': {
    all: '全部',
    nothing: '期間內沒有符合條件的評量；本稽核包只含訓練機構的資料。',
    with_files: '含證據檔案（有遮蔽版者只含遮蔽版）',
    without_files: '不含證據檔案，僅列雜湊值',
    text: `試金石 Touchstone 稽核包

訓練機構：{body}
期間：{from} 至 {to}（臺灣時間；期間內報名或判定的評量）
梯次：{cohort}　職能文件：{document}　{files}
評量件數：{count}　{nothing}
製作要求：{requestedAt}（UTC）　編號：{id}

本稽核包含個人資料，請依個人資料保護法保管，用畢銷毀。

一、內容
  index.csv           評量總表：資料夾、受評者、結果、判定書編號
  assessments/        每件評量一個資料夾：判定書、紀錄、計畫、矩陣、判斷、證據清單等
  body/               評量者名冊、規則設定、抽樣與審查、憑證
  documents/          評量所依據之職能文件原文
  audit/              異動紀錄摘錄與鏈末端
  FAULTS.csv          僅在有檔案缺少或損壞時出現
  尚未簽署的紀錄不是證據，不在其中。矩陣的儲存格：counts 採計、disputed 判斷不一、
  not_counting 已接受但條件未齊、unjudged 未判斷、more_needed 待補、rejected 不接受。

二、如何查驗
  1. 檔案是否完整：於解壓縮後的資料夾執行
       sha256sum -c SHA256SUMS
     Windows：certutil -hashfile 檔名 SHA256，與 manifest.json 所列比對。
  2. 判定書與申覆決定書的簽章：以試金石原始碼執行
       npm run verify -- --trust body/certificates/root-1.pem assessments/…/verdict.pdf
     或以任何能驗證 PAdES 的軟體，匯入 body/certificates 中的根憑證後開啟。
  3. verdict.json 的 SHA-256 即判定書所載的紀錄雜湊，也記於 audit/entries.jsonl。
  4. 異動紀錄：每筆 hash 是 [seq, at, actorId, action, subjectId, bodyId, data, previousHash]
     之正規化 JSON（RFC 8785）的 SHA-256。本檔為摘錄，前後筆未必相連；audit/head.json
     是製作時整條鏈的末端，可與訓練機構日後的紀錄核對。
`,
  },
  en: {
    all: 'all',
    nothing: 'No assessment matches; this pack holds only what belongs to the body.',
    with_files: 'with the files of the evidence (of those that were redacted, the redacted copies only)',
    without_files: 'without the files of the evidence, hashes only',
    text: `Touchstone audit pack

Training body: {body}
Period: {from} to {to} (Taiwan time; assessments enrolled or decided in it)
Cohort: {cohort}   Document: {document}   {files}
Assessments: {count}   {nothing}
Ordered: {requestedAt} (UTC)   Id: {id}

This pack holds personal data. Keep it safe, and destroy it when you are done.

1. What is inside
  index.csv           all assessments: folder, candidate, outcome, document number
  assessments/        a folder each: verdict, record, plan, matrix, judgements, evidence and more
  body/               register of assessors, rule settings, sampling, certificates
  documents/          source texts that were assessed against
  audit/              extract of the audit log, and where its chain ended
  FAULTS.csv          only where files are missing or damaged
  Records that nobody has signed are no evidence and not inside. Cells of the matrix: counts, disputed,
  not_counting (accepted, yet something is amiss), unjudged, more_needed, rejected.

2. How to check it
  1. That every file is whole: in the unpacked folder
       sha256sum -c SHA256SUMS
     On Windows: certutil -hashfile FILE SHA256, to be compared with manifest.json.
  2. Signatures of verdicts and decisions of appeals: with the source of Touchstone
       npm run verify -- --trust body/certificates/root-1.pem assessments/…/verdict.pdf
     or any program that checks PAdES, after importing the root in body/certificates.
  3. The SHA-256 of verdict.json is the record’s hash in the verdict, and stands in audit/entries.jsonl.
  4. Audit log: each hash is the SHA-256 of the canonical JSON (RFC 8785) of
     [seq, at, actorId, action, subjectId, bodyId, data, previousHash]. This is an extract, so entries need
     not follow each other; audit/head.json is the end of the whole chain when this was made, to be
     compared with the body’s log later on.
`,
  },
};
