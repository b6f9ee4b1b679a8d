/** The languages Touchstone speaks. Traditional Chinese comes first and is the default. */
export const locales = ['zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-TW';

/** One area's texts: every key in every language, or it does not compile. `{name}` marks a parameter. */
export type Texts<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export type TextParams = Readonly<Record<string, string | number | readonly (string | number)[] | undefined>>;

/** Fills `{name}` marks. A list is joined with the language's separator; a missing parameter shows as nothing. */
export function fill(template: string, params: TextParams = {}, locale: Locale = defaultLocale): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) return '';
    if (typeof value === 'object') return value.join(locale === 'zh-TW' ? '、' : ', ');
    return String(value);
  });
}

/** The best language for an `Accept-Language` header; unknown or hostile headers give the default. */
export function negotiate(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';');
      const quality = options.map((o) => /^\s*q=([\d.]+)$/.exec(o)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality) : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-TW';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return defaultLocale;
}
