import { fill, type Locale, locales, type TextParams } from '../i18n/i18n.js';
import { type VerificationKey, verificationTexts } from '../i18n/verification.js';
import { html, type Html } from './html.js';

/** The texts of one language. */
export type Say = (key: VerificationKey, params?: TextParams) => string;

export const sayIn =
  (locale: Locale): Say =>
  (key, params) =>
    fill(verificationTexts[locale][key], params, locale);

export const languageTag: Record<Locale, string> = { 'zh-TW': 'zh-Hant-TW', en: 'en' };

export interface Page {
  locale: Locale;
  title: VerificationKey;
  content: Html;
  /** Where the same is to be found in the other language. */
  address: string;
}

/** A page that runs nothing and loads nothing but its own style. */
export function page({ locale, title, content, address }: Page): string {
  const say = sayIn(locale);
  const other = locales.find((one) => one !== locale)!;
  return html`<!doctype html>
    <html lang="${languageTag[locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${say('page_name', { title: say(title) })}</title>
        <link rel="stylesheet" href="/verify/style.css" />
      </head>
      <body>
        <header>
          <a href="/verify?lang=${locale}">試金石 <span lang="en">Touchstone</span></a>
          <a href="${address}?lang=${other}" lang="${languageTag[other]}" hreflang="${languageTag[other]}"
            >${say('other_language')}</a
          >
        </header>
        <main>${content}</main>
      </body>
    </html> `.markup;
}
