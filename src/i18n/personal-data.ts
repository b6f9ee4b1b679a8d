import { type Texts } from './i18n.js';

export type ExportKey = 'about' | 'made' | 'person' | 'assessment' | 'evidence' | 'documents' | 'left_out' | 'manifest';

/** The page to begin with in the archive of everything about a person. */
export const exportTexts: Texts<ExportKey> = {
  'zh-TW': {
    about: '這個壓縮檔是試金石所保存、關於{name}的個人資料複製本。',
    made: '製作時間：{at}',
    person: 'person.json：帳號、角色、資格、登入紀錄、通知、更正紀錄，以及看過他人證據的紀錄（不含密碼與金鑰）。',
    assessment:
      '{folder}/assessment.json：「{document}」第 {attempt} 次評量的計畫、證據、主張、判斷、聲明、判定、申覆，以及誰看過這些證據。',
    evidence: '{folder}/evidence/：{count} 個證據檔案，以證據編號開頭。',
    documents: '{folder}/documents/：已簽署的判定與申覆決定。',
    left_out:
      '他人的資料只保留必要部分：評量者與其他人員只列姓名，不含電子郵件與聯絡方式；尚未簽署的紀錄與審查資料不在其中。',
    manifest: 'manifest.json：每個檔案的 SHA-256，可用來確認內容完整。',
  },
  en: {
    about: 'This archive is a copy of the personal data about {name} that Touchstone keeps.',
    made: 'Made at: {at}',
    person:
      'person.json: account, roles, qualifications, sign-ins, notices, corrections, and what evidence of others was looked at (no passwords, no keys).',
    assessment:
      '{folder}/assessment.json: plans, evidence, claims, judgements, declarations, verdict and appeal of attempt {attempt} at “{document}”, and who looked at that evidence.',
    evidence: '{folder}/evidence/: {count} evidence files, named by the number of their evidence.',
    documents: '{folder}/documents/: the signed verdict, and the decision of an appeal.',
    left_out:
      'Of others only what is needed is here: assessors and other people by name, without e-mail addresses or ways to reach them. Records that are not signed yet, and verifications, are not part of it.',
    manifest: 'manifest.json: the SHA-256 of every file, to see that all of it is whole.',
  },
};
