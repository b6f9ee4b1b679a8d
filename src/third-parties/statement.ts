import { fill, type Locale } from '../i18n/i18n.js';
import { thirdPartyTexts } from '../i18n/third-parties.js';

/** The words of truth a third party puts their name to. */
export function statementOf(body: { name: string }, locale: Locale): string {
  return fill(thirdPartyTexts[locale].statement, { body: body.name });
}

/** What a third party is told of the personal data in their report. */
export function privacyOf(body: { name: string }, candidate: string, locale: Locale): string {
  return fill(thirdPartyTexts[locale].privacy, { body: body.name, candidate });
}

/** What the evidence item of a report is called. */
export function titleOf({ name, post }: { name: string; post: string }, locale: Locale): string {
  const { title, title_with_post: withPost } = thirdPartyTexts[locale];
  return fill(post ? withPost : title, { name, post }).slice(0, 300);
}
