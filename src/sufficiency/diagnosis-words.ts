/** Words in which a diagnosis hides no person: places and people of care, machines, turns of phrase. */
const harmless = [
  /無障礙|障礙物|(?:排除|清除|溝通|語言|通訊|網路)障礙/gu,
  /病(?:房|床|院|人|患|歷|毒|蟲|菌|媒)|(?:語|弊|毛|通)病|疾病管制|傳染病防治/gu,
  /(?:急|重)症(?:室|病房|單位|中心|照護)|對症下藥/gu,
  /(?:故障|企業|經營|設備|機械|系統|網路|問題|車輛)診斷|診斷(?:性評量|測驗|程式|工具|軟體|碼)/gu,
  /\b(?:fault|machine|engine|network|system|business)\s+diagnos(?:is|es)\b|\bdiagnostic\b/giu,
  /\bdisease\s+(?:control|prevention)\b|\bcancer\s+(?:ward|centre|center|unit)\b/giu,
];

const named = [
  /診斷|確診|障礙|症|病|癌|殘障|殘疾|中風/u,
  /自閉|亞斯伯格|過動|憂鬱|躁鬱|思覺失調|唐氏|失智|癲癇|帕金森|妥瑞|糖尿|腦性麻痺|腦麻/u,
  /失聰|失明|聽損|弱視|[視聽肢身智]障(?!礙)/u,
  /\b(?:ADHD|PTSD|OCD|ASD)\b/iu,
  /\bdiagnos(?:is|es|ed|e)\b|\b(?:disorder|syndrome|disease|illness|disabilit(?:y|ies)|impair(?:ed|ments?))s?\b/iu,
  /\b(?:dyslex|dysprax|dyscalcul|dysgraph|autis|asperger|schizophren|epilep|diabet|dementia|parkinson)\p{L}*/iu,
  /\b(?:depression|depressive|bipolar|deaf(?:ness)?|blindness|cancer|tourette\p{L}*)\b/iu,
];

/**
 * Whether a text seems to name an illness or a disability. A short list for a warning that asks a person to look, not
 * a dictionary: it knows the commonest words in both languages and leaves out those that mostly mean something else.
 * Source: domain.md P3, "never a diagnosis".
 */
export function namesDiagnosis(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\p{Cf}+/gu, '');
  const rest = harmless.reduce((left, pattern) => left.replace(pattern, ' '), plain);
  return named.some((pattern) => pattern.test(rest));
}
