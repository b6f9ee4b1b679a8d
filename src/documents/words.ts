import { appealDocumentTexts } from '../i18n/appeal-document.js';
import { certificateDocumentTexts } from '../i18n/certificate-document.js';
import { documentTexts, formTexts } from '../i18n/documents.js';
import { fill, type Locale, type TextParams } from '../i18n/i18n.js';
import { type Run } from './lines.js';
import { type Style } from './pen.js';
import { type Day, type Instant, type TargetResult, type VerdictOutcome } from './record.js';

const texts = {
  'zh-TW': { ...documentTexts['zh-TW'], ...appealDocumentTexts['zh-TW'], ...certificateDocumentTexts['zh-TW'] },
  en: { ...documentTexts.en, ...appealDocumentTexts.en, ...certificateDocumentTexts.en },
};

export type DocumentKey = keyof (typeof texts)['zh-TW'];
export type Labels = Partial<Record<VerdictOutcome | TargetResult, string>>;

/** Speaks the document's language, and the other one where a second line helps. */
export interface Words {
  locale: Locale;
  say(key: DocumentKey, params?: TextParams): string;
  other(key: DocumentKey, params?: TextParams): string;
  /** The main wording, then the other language in its own style and tagged as that language. */
  both(key: DocumentKey, style: Style, otherStyle: Style, gap?: string): Run[];
  /** As `both`, but by the body's own wording if it has one; the two apart. */
  own(wording: Record<Locale, string> | null, key: DocumentKey, style: Style, otherStyle: Style): [Run, Run];
  /** The style, for text in the other language. */
  foreign(style: Style): Style;
  /** An outcome or result, by the body's own word if it has one. */
  label(value: VerdictOutcome | TargetResult): string;
  otherLabel(value: VerdictOutcome | TargetResult): string;
  form(form: string): string;
  day(day: Day): string;
  instant(instant: Instant): string;
}

const outcomes: readonly string[] = ['competent', 'not_yet_competent'];
const taipeiOffset = 8 * 3_600_000;

export const languageTag = (locale: Locale): string => (locale === 'zh-TW' ? 'zh-Hant-TW' : 'en');

export function makeWords(locale: Locale, labels: Labels): Words {
  const second: Locale = locale === 'zh-TW' ? 'en' : 'zh-TW';
  const foreign = new Map<Style, Style>();
  const tag = (style: Style): Style => {
    const known = foreign.get(style) ?? { ...style, lang: languageTag(second) };
    foreign.set(style, known);
    return known;
  };
  const say = (key: DocumentKey, params?: TextParams): string => fill(texts[locale][key], params, locale);
  const other = (key: DocumentKey, params?: TextParams): string => fill(texts[second][key], params, second);
  const key = (value: VerdictOutcome | TargetResult): DocumentKey =>
    `${outcomes.includes(value) ? 'outcome' : 'result'}_${value}` as DocumentKey;
  return {
    locale,
    say,
    other,
    both: (name, style, otherStyle, gap = '  ') => [
      { text: say(name), style },
      { text: gap + other(name), style: tag(otherStyle) },
    ],
    own: (wording, name, style, otherStyle) => [
      { text: wording?.[locale] ?? say(name), style },
      { text: wording?.[second] ?? other(name), style: tag(otherStyle) },
    ],
    foreign: tag,
    label: (value) => labels[value] ?? say(key(value)),
    otherLabel: (value) => other(key(value)),
    form: (form) => (formTexts[locale] as Record<string, string>)[form] ?? form,
    day: (day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      return locale === 'zh-TW' ? say('day', { year, month: Number(month), day: Number(date) }) : day;
    },
    instant: (instant) => new Date(Date.parse(instant) + taipeiOffset).toISOString().slice(0, 16).replace('T', ' '),
  };
}
