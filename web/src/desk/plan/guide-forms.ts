import { guideFormWords } from '../../../../src/i18n/guide-form-words';
import { type Locale, useLocale, useWords } from '../../i18n/words';
import { formLabels } from '../labels';
import { type GuideForm } from './edited';

type OwnWord = Exclude<GuideForm, keyof (typeof formLabels)['en']>;
const ownWords: Record<Locale, Record<OwnWord, string>> = guideFormWords;

/** The words of sentences, each as it begins a line of a list. */
const asLabels = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([form, word]) => [form, word.charAt(0).toUpperCase() + word.slice(1)]));

/** What a plan can ask for, with its name, in the order of the lists. */
export function useGuideForms(): { forms: [GuideForm, string][]; choiceOf: (choice: readonly string[]) => string } {
  const locale = useLocale();
  const labels: Record<string, string> = { ...useWords(formLabels), ...asLabels(ownWords[locale]) };
  const or = locale === 'zh-TW' ? '或' : ' or ';
  return {
    forms: Object.entries(labels) as [GuideForm, string][],
    choiceOf: (choice) => choice.map((form) => labels[form] ?? form).join(or),
  };
}
