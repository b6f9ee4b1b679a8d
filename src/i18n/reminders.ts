import { type Texts, type TextParams, type Locale } from './i18n.js';
import { tell } from './tell.js';

/** What may wait for a person. */
export const reminderKinds = [
  'plan_unacknowledged',
  'evidence_undeclared',
  'evidence_requested',
  'verdict_unreceived',
  'claims_unjudged',
  'record_unsigned',
  'request_overdue',
  'interest_undeclared',
  'qualification_ending',
  'sample_unverified',
  'action_open',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** One thing that waits, in the person's own list. */
const reminderTexts: Texts<ReminderKind> = {
  'zh-TW': {
    plan_unacknowledged: '「{document}」的評量計畫與個人資料告知事項，等待您確認。',
    evidence_undeclared: '「{document}」有 {count} 件證據，等待您聲明真實性。',
    evidence_requested: '評量者請您為「{document}」補充證據，期限 {dueOn}。',
    verdict_unreceived: '「{document}」的判定已經通知，請您簽收。簽收不代表同意。',
    claims_unjudged: '{candidate}的「{document}」有 {count} 項主張，等待您判斷。',
    record_unsigned: '您為{candidate}的「{document}」所做的紀錄「{title}」，尚未簽署。',
    request_overdue: '您請{candidate}為「{document}」補充的證據，已過期限 {dueOn}，仍未提出。',
    interest_undeclared: '請先就{candidate}的「{document}」申報利益關係，才能開始評量。',
    qualification_ending: '您的評量資格「{title}」將於 {dueOn} 屆滿。',
    sample_unverified: '{candidate}的「{document}」已抽為審查樣本，等待您審查。',
    action_open: '{candidate}的「{document}」審查後有待處理事項，期限 {dueOn}，尚未回報完成。',
  },
  en: {
    plan_unacknowledged: 'The assessment plan and privacy notice for “{document}” wait for you to acknowledge them.',
    evidence_undeclared: 'Items of evidence for “{document}” that wait for you to declare them authentic: {count}.',
    evidence_requested: 'Your assessor asks for more evidence for “{document}”, by {dueOn}.',
    verdict_unreceived:
      'You have been notified of the verdict on “{document}”. Please confirm receipt; that is not consent.',
    claims_unjudged: 'Claims of {candidate} for “{document}” that wait for your judgement: {count}.',
    record_unsigned: 'Your record “{title}” for {candidate}, “{document}”, is not signed yet.',
    request_overdue: 'What you asked {candidate} for, “{document}”, was due on {dueOn} and has not come.',
    interest_undeclared:
      'Declare your interests in {candidate}’s assessment against “{document}” before you begin to assess.',
    qualification_ending: 'Your assessor qualification “{title}” ends on {dueOn}.',
    sample_unverified:
      '{candidate}’s assessment against “{document}” was drawn as a sample and waits for you to verify it.',
    action_open:
      'What a verifier asked for in {candidate}’s assessment against “{document}” is due on {dueOn} and not reported done.',
  },
};

/** The same in the daily mail, which counts and names nobody. */
const digestTexts: Texts<ReminderKind> = {
  'zh-TW': {
    plan_unacknowledged: '待確認的評量計畫：{count} 份',
    evidence_undeclared: '待聲明真實性的證據：{count} 件',
    evidence_requested: '待補充的證據：{count} 件',
    verdict_unreceived: '待簽收的判定：{count} 份',
    claims_unjudged: '待判斷的主張：{count} 項',
    record_unsigned: '待簽署的紀錄：{count} 份',
    request_overdue: '逾期未補的證據：{count} 件',
    interest_undeclared: '待申報利益關係的評量：{count} 件',
    qualification_ending: '即將屆滿的評量資格：{count} 項',
    sample_unverified: '待審查的樣本：{count} 件',
    action_open: '審查後待處理的事項：{count} 項',
  },
  en: {
    plan_unacknowledged: 'Assessment plans to acknowledge: {count}',
    evidence_undeclared: 'Items of evidence to declare authentic: {count}',
    evidence_requested: 'Requests for evidence to answer: {count}',
    verdict_unreceived: 'Verdicts to confirm receipt of: {count}',
    claims_unjudged: 'Claims to judge: {count}',
    record_unsigned: 'Records to sign: {count}',
    request_overdue: 'Requests for evidence that are overdue: {count}',
    interest_undeclared: 'Assessments in which to declare your interests: {count}',
    qualification_ending: 'Assessor qualifications about to end: {count}',
    sample_unverified: 'Samples to verify: {count}',
    action_open: 'Actions asked for by verifiers that are open: {count}',
  },
};

const since: Texts<'since' | 'due'> = {
  'zh-TW': { since: '（最早的自 {since} 起）', due: '（最近的期限 {dueOn}）' },
  en: { since: ' (the oldest since {since})', due: ' (the next due on {dueOn})' },
};

export function reminderText(kind: ReminderKind, params: TextParams, locale: Locale): string {
  return tell(reminderTexts[locale][kind], params, locale);
}

/** Of one kind: how many wait, the day since when, and the nearest day by when. */
export interface DigestLine {
  kind: ReminderKind;
  count: number;
  since: string;
  dueOn: string | null;
}

export function digestText({ kind, count, since: day, dueOn }: DigestLine, locale: Locale): string {
  const dates = dueOn ? tell(since[locale].due, { dueOn }, locale) : tell(since[locale].since, { since: day }, locale);
  return tell(digestTexts[locale][kind], { count }, locale) + dates;
}
