import { type Locale, type Texts, fill } from './i18n.js';

type Key =
  | 'base'
  | 'minimum'
  | 'newAssessor'
  | 'newUnit'
  | 'complaint'
  | 'firstVerdicts'
  | 'too_few'
  | 'no_variation'
  | 'too_few_pairs'
  | 'dependent_pairs';

/** What quality assurance says in words: why something was drawn, and what figures of agreement can tell. */
const texts: Texts<Key> = {
  'zh-TW': {
    base: '基本抽樣：{percent}%',
    minimum: '補足至少要抽的 {count} 件',
    newAssessor: '新評量者，之前的判定不到 {count} 件：{percent}%',
    newUnit: '新單元，機構之前的判定不到 {count} 件：{percent}%',
    complaint: '曾提出申覆：{percent}%',
    firstVerdicts: '評量者在這個單元的前 {count} 件判定：{percent}%',
    too_few: '樣本數太少，不足以判斷（未滿 {count} 對）。',
    no_variation: '雙方的判斷都集中在同一類，無法計算 kappa。',
    too_few_pairs: '至少要有兩對判斷才能計算 kappa。',
    dependent_pairs: '同一位受評者的多項判斷並非彼此獨立，實際的信賴區間可能比列出的更寬。',
  },
  en: {
    base: 'Base sample: {percent}%',
    minimum: 'Makes up the least number of {count}',
    newAssessor: 'New assessor, with fewer than {count} verdicts before: {percent}%',
    newUnit: 'New unit, with fewer than {count} verdicts at the body before: {percent}%',
    complaint: 'An appeal was filed: {percent}%',
    firstVerdicts: 'Among the assessor’s first {count} verdicts on this unit: {percent}%',
    too_few: 'Too few to say (fewer than {count} pairs).',
    no_variation: 'Both sides used one and the same answer throughout, for which kappa is not defined.',
    too_few_pairs: 'Kappa takes at least two pairs of judgements.',
    dependent_pairs:
      'Several judgements of one candidate are not independent of each other, so the true interval may be wider than the one given.',
  },
};

export function qualityText(
  key: Key,
  locale: Locale,
  params: { percent?: number | undefined; count?: number | undefined } = {},
): string {
  return fill(texts[locale][key], params, locale);
}
