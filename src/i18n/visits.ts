import { formChoice } from './guide-forms.js';
import { fill, type Locale, type TextParams, type Texts } from './i18n.js';

/** The rules that witnessing something can serve. */
export const visitRules = ['S1', 'S3', 'S5', 'S6', 'S10', 'V3', 'P8'] as const;
export type VisitRule = (typeof visitRules)[number];

/** Why something is to be witnessed. */
const texts: Texts<VisitRule | 'waiting'> = {
  'zh-TW': {
    S1: '「{target}」還沒有可採計的直接或間接證據，手上也沒有等待處理的主張可以補足。',
    S3: '關鍵面向「{target}」還沒有可採計的證據。',
    S5: '整份評量還沒有可採計的直接證據；親自觀察、提問或見證實作示範任何一項，即可補足。',
    S6: '「{target}」還沒有可採計的直接證據；見證其中任何一項指標，即可補足。',
    S10: '「{target}」須持續表現，目前可採計的證據有 {count} 個日期，少於 {minimum} 個；這一天可以再添一個日期。',
    V3: '計畫中的評量方法「{method}」還缺少{forms}。',
    P8: '先前學習認可還沒有與受評者的對話；觀察、提問或見證實作示範任何一項，即可補足。',
    waiting: '證據 {numbers} 完成簽署、聲明、補正或判斷之後即可補足，這次不必再見證。',
  },
  en: {
    S1: '“{target}” has no direct or indirect evidence that counts, and no waiting claim would give it any.',
    S3: 'Key aspect “{target}” has no evidence that counts.',
    S5: 'The whole assessment has no direct evidence that counts; observing, asking or seeing any one of these demonstrated would do.',
    S6: '“{target}” has no direct evidence that counts; witnessing any one of its criteria would do.',
    S10: '“{target}” is to be kept up over time. The evidence that counts is of fewer than {minimum} dates ({count}); this day would add one.',
    V3: 'The planned method “{method}” still lacks {forms}.',
    P8: 'This recognition of prior learning has no conversation with the candidate; observing, asking or seeing any one of these demonstrated would do.',
    waiting:
      'Evidence {numbers} would do once it is signed, declared, completed or judged, so nothing need be witnessed for it.',
  },
};

export function visitText(key: VisitRule | 'waiting', params: TextParams, locale: Locale): string {
  const { forms } = params;
  const words = Array.isArray(forms) ? forms.map((choice) => formChoice(String(choice).split('/'), locale)) : forms;
  return fill(texts[locale][key], { ...params, forms: words }, locale);
}
