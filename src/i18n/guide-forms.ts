import { formTexts } from './documents.js';
import { guideFormWords } from './guide-form-words.js';
import { type Locale, type Texts } from './i18n.js';

/** What the forms are called that guides and plans ask for. */
export const guideFormTexts = {
  'zh-TW': { ...formTexts['zh-TW'], ...guideFormWords['zh-TW'] },
  en: { ...formTexts.en, ...guideFormWords.en },
} satisfies Texts<keyof (typeof guideFormWords)['en'] | keyof (typeof formTexts)['en']>;

/** A choice of forms, quoted as one; a form without a word here is shown as it is. */
export function formChoice(forms: readonly string[], locale: Locale): string {
  const texts: Readonly<Record<string, string>> = guideFormTexts[locale];
  const words = forms.map((form) => (Object.hasOwn(texts, form) ? texts[form] : form));
  return locale === 'zh-TW' ? `「${words.join('或')}」` : `“${words.join(' or ')}”`;
}
