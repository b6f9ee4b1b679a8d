import { fill } from '../i18n/i18n.js';
import { settingTexts } from '../i18n/settings.js';
import { type VerdictRecord } from './record.js';
import { type Words } from './words.js';

/** In the order they are printed; whatever else a record pins comes after them. */
const order = Object.keys(settingTexts['zh-TW']).map((key) => key.split('_')[0]!);

/** The settings a verdict was given under, one a line and in words; one that has none here is printed as it is. */
export function settingLines({ locale }: Words, settings: VerdictRecord['settings']): string[] {
  const names = new Set([...order, ...Object.keys(settings)].filter((name) => Object.hasOwn(settings, name)));
  const texts = settingTexts[locale] as Record<string, string>;
  return [...names].map((name) => {
    const value = settings[name] ?? null;
    const key = name === 'version' && value === 0 ? 'version_defaults' : `${name}_${String(value)}`;
    const text = [key, name].find((known) => Object.hasOwn(texts, known));
    return text ? fill(texts[text]!, { value: String(value) }, locale) : `${name} = ${String(value)}`;
  });
}
