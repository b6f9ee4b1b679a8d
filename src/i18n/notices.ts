import { type Locale, type TextParams, type Texts, defaultLocale, fill, locales } from './i18n.js';
import { tell } from './tell.js';
import { type RevocationReasonKey, revocationReasonTexts } from './certificates.js';
import { type DigestLine, digestText } from './reminders.js';

/**
 * What each kind of notice is told with, besides who tells it and whom. Days are `YYYY-MM-DD`; `document` is the code
 * and name of the unit or standard. All of it shows in the text and none in the subject.
 */
interface Told {
  /** Its link opens the form of the report, until that day. */
  third_party_invitation: { candidate: string; document: string; until: string; message?: string | null };
  evidence_request: { document: string; what: string; dueOn: string | null };
  plan_to_acknowledge: { document: string };
  /** Says that there is a verdict, not which: mail is read by others. */
  verdict_notified: { document: string; appealUntil: string };
  appeal_filed: { document: string };
  appeal_decided: { document: string };
  verification_action: { what: string; dueOn: string | null };
  /** What waits is counted when it is sent. */
  reminder: { lines: DigestLine[] };
  certificate_issued: { document: string; number: string };
  /** Its link shows the certificate to whoever is given it. */
  certificate_link: { document: string; number: string };
  certificate_revoked: { document: string; number: string; reason: RevocationReasonKey };
  /** What a person asks to have put right of what is kept about them. */
  correction_requested: { person: string; field: 'name' | 'email'; value: string; reason: string | null };
}
export type NoticeKind = keyof Told;
/** And where it is seen to: a path below the public address, which is where `{url}` leads. */
export type NoticeParams = { [K in NoticeKind]: Told[K] & { place?: `/${string}` } };

/** Subjects pass through many hands: nothing in them tells of a person. */
export const noticeSubjects: Texts<NoticeKind> = {
  'zh-TW': {
    third_party_invitation: '〔{body}〕請填寫第三方報告',
    evidence_request: '〔{body}〕請補充證據',
    plan_to_acknowledge: '〔{body}〕請確認評量計畫',
    verdict_notified: '〔{body}〕評量判定通知',
    appeal_filed: '〔{body}〕收到申覆，請處理',
    appeal_decided: '〔{body}〕申覆決定通知',
    verification_action: '〔{body}〕審查後有待處理事項',
    reminder: '〔{body}〕待辦事項提醒',
    certificate_issued: '〔{body}〕評量結果證明已核發',
    certificate_link: '〔{body}〕評量結果證明的查驗連結',
    certificate_revoked: '〔{body}〕評量結果證明異動通知',
    correction_requested: '〔{body}〕有人請求更正個人資料',
  },
  en: {
    third_party_invitation: '[{body}] Please give a third-party report',
    evidence_request: '[{body}] More evidence is needed',
    plan_to_acknowledge: '[{body}] Please acknowledge the assessment plan',
    verdict_notified: '[{body}] A verdict has been given',
    appeal_filed: '[{body}] An appeal needs your attention',
    appeal_decided: '[{body}] An appeal has been decided',
    verification_action: '[{body}] Verification asks for an action',
    reminder: '[{body}] Things that wait for you',
    certificate_issued: '[{body}] A certificate has been issued',
    certificate_link: '[{body}] Where a certificate can be verified',
    certificate_revoked: '[{body}] A certificate has changed',
    correction_requested: '[{body}] Somebody asks for a correction of personal data',
  },
};

/** A line whose parameter is missing is left out. */
const noticeTexts: Texts<NoticeKind> = {
  'zh-TW': {
    third_party_invitation:
      '{candidate}正在{body}接受「{document}」的評量，並請您就實際見過的工作表現填寫第三方報告。\n\n{message}\n\n' +
      '請開啟以下專屬連結填寫，不需要帳號。連結有效至 {until}，只供您本人使用，請勿轉寄：\n{link}\n\n' +
      '如果您不認識受評者，或不願意填寫，不必理會這封信。',
    evidence_request: '評量者請您為「{document}」補充證據：\n\n{what}\n\n期限：{dueOn}\n請登入後補充：{url}',
    plan_to_acknowledge:
      '「{document}」的評量計畫已經備妥。請登入閱讀評量計畫與個人資料告知事項，並於提出第一件證據之前確認：{url}',
    verdict_notified:
      '「{document}」的評量已作成判定。請登入閱讀並簽收；簽收只表示您已收到，不代表同意：{url}\n\n' +
      '如果不服判定，得於 {appealUntil} 以前提出申覆。',
    appeal_filed: '有人就「{document}」的判定提出申覆。請登入檢視，並安排未參與原評量的人員決定：{url}',
    appeal_decided: '您就「{document}」所提的申覆已有決定。請登入閱讀：{url}',
    verification_action: '審查後有一項待處理事項：\n\n{what}\n\n期限：{dueOn}\n請登入處理：{url}',
    reminder: '以下事項等待您處理：\n\n{lines}\n\n請登入處理：{url}',
    correction_requested:
      '{person}請求更正個人資料。\n\n項目：{field}\n應為：{value}\n理由：{reason}\n\n請查證後登入更正，並寫明更正的理由：{url}',
    certificate_issued: '「{document}」的職能單元評量結果證明已經核發，編號 {number}。請登入下載：{url}',
    certificate_link:
      '您的「{document}」評量結果證明（編號 {number}）可以在下列網址查驗：\n{link}\n\n' +
      '需要向他人出示時，把這個網址交給對方即可；知道網址的人都能看到證明的內容。證明的 PDF 請登入下載：{url}',
    certificate_revoked:
      '您的「{document}」評量結果證明（編號 {number}）已經撤銷，自即日起不再有效。\n\n原因：{reason}\n\n' +
      '請勿再出示這份證明。詳細說明請登入閱讀：{url}',
  },
  en: {
    third_party_invitation:
      '{candidate} is being assessed at {body} against “{document}” and asks you for a third-party report on work that you have seen yourself.\n\n{message}\n\n' +
      'Open this link to give it; you need no account. It works until {until} and is for you alone, so please do not pass it on:\n{link}\n\n' +
      'If you do not know the candidate, or would rather not report, simply ignore this message.',
    evidence_request:
      'Your assessor asks for more evidence for “{document}”:\n\n{what}\n\nDue: {dueOn}\nSign in to answer: {url}',
    plan_to_acknowledge:
      'The assessment plan for “{document}” is ready. Please sign in, read it and the privacy notice, and acknowledge both before you hand in the first evidence: {url}',
    verdict_notified:
      'A verdict has been given in your assessment against “{document}”. Please sign in to read it and confirm receipt; that says only that you have received it, not that you agree: {url}\n\n' +
      'You may appeal against it until {appealUntil}.',
    appeal_filed:
      'An appeal has been made against a verdict on “{document}”. Please sign in to read it and have it decided by somebody who took no part in the assessment: {url}',
    appeal_decided: 'Your appeal concerning “{document}” has been decided. Sign in to read the decision: {url}',
    verification_action: 'Verification asks for an action:\n\n{what}\n\nDue: {dueOn}\nSign in to see to it: {url}',
    reminder: 'These things wait for you:\n\n{lines}\n\nSign in to see to them: {url}',
    correction_requested:
      '{person} asks you to correct personal data.\n\nWhat: {field}\nShould be: {value}\nReason: {reason}\n\nPlease verify it, then sign in to correct it and say why: {url}',
    certificate_issued:
      'Your certificate of assessment for “{document}” has been issued, number {number}. Sign in to download it: {url}',
    certificate_link:
      'Your certificate of assessment for “{document}”, number {number}, can be verified here:\n{link}\n\n' +
      'To show it to somebody, give them this address; whoever knows it sees what the certificate says. Sign in to download the PDF: {url}',
    certificate_revoked:
      'Your certificate of assessment for “{document}”, number {number}, has been revoked and is no longer valid.\n\nReason: {reason}\n\n' +
      'Please do not show it any more. Sign in to read more: {url}',
  },
};

const frame: Texts<'greeting' | 'signature' | 'hidden_link' | 'installation'> = {
  'zh-TW': {
    greeting: '{name}您好：',
    signature: '{body}\n{url}\n\n這封信由系統自動寄出，請勿直接回覆。',
    hidden_link: '（連結不顯示）',
    installation: '試金石',
  },
  en: {
    greeting: 'Dear {name},',
    signature: '{body}\n{url}\n\nThis message was sent automatically; please do not reply to it.',
    hidden_link: '(the link is not shown)',
    installation: 'Touchstone',
  },
};

/** What one notice says, to whom and from whom. */
export interface NoticeWords {
  kind: NoticeKind;
  params: NoticeParams[NoticeKind];
  name: string;
  /** The training body's name; null for the installation itself. */
  bodyName: string | null;
  publicUrl: string;
  /** The whole address with its secret; null where it is not to be shown. */
  link: string | null;
}

/** The subject and the whole plain text of a notice. */
export function noticeText(words: NoticeWords, locale: Locale): { subject: string; text: string } {
  const { kind, params, name, bodyName, publicUrl } = words;
  const { greeting, signature, hidden_link, installation } = frame[locale];
  const body = bodyName ?? installation;
  const url = publicUrl + (params.place ?? '');
  const told: TextParams = { ...given(params, locale), name, body, url, link: words.link ?? hidden_link };
  const lines = noticeTexts[locale][kind].split('\n').filter((line) => marksOf(line).every((mark) => told[mark]));
  const template = lines.join('\n').replace(/\n{3,}/g, '\n\n');
  const letter = tell(`${greeting}\n\n${template}`, told, locale);
  const end = tell(signature, { body, url: publicUrl }, locale);
  return { subject: subjectOf(kind, bodyName, locale), text: `${letter}\n\n${end}\n` };
}

/** What a mail is about, in words that anybody may see. */
export function subjectOf(kind: NoticeKind, bodyName: string | null, locale: Locale): string {
  return fill(noticeSubjects[locale][kind], { body: bodyName ?? frame[locale].installation }, locale);
}

export function isLocale(value: string | null): value is Locale {
  return locales.includes(value as Locale);
}

/** The reader's language, or the installation's where it is unknown. */
export function localeOf(value: string | null): Locale {
  return isLocale(value) ? value : defaultLocale;
}

const fieldNames: Texts<'name' | 'email'> = {
  'zh-TW': { name: '姓名', email: '電子郵件' },
  en: { name: 'Name', email: 'E-mail address' },
};

function given(params: NoticeParams[NoticeKind], locale: Locale): TextParams {
  if ('lines' in params) return { lines: params.lines.map((line) => `・${digestText(line, locale)}`).join('\n') };
  if ('number' in params && 'reason' in params) {
    return { ...params, reason: revocationReasonTexts[locale][params.reason] };
  }
  if ('field' in params) {
    const { person, field, value, reason } = params;
    return { person, field: fieldNames[locale][field], value, reason: reason ?? undefined };
  }
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value ?? undefined]));
}

const marksOf = (line: string): string[] => [...line.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
