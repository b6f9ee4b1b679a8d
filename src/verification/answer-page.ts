import { type Locale } from '../i18n/i18n.js';
import { type VerificationKey } from '../i18n/verification.js';
import { type Finding } from './findings.js';
import { html, type Html } from './html.js';
import { page, sayIn } from './page.js';
import { filePart } from './file-part.js';
import { registerPart } from './register-part.js';
import { type FileCheckView, type RegisteredDocumentView } from './verification.view.js';

const signs: Record<Finding, string> = { valid: '✓', no_longer_valid: '!', altered: '✗', not_issued: '?' };

/** What the register says of a number: there is one, and it stands or does not. */
export function foundPage(view: RegisteredDocumentView, locale: Locale): string {
  const content = html`${answer(locale, view.finding, `found_${view.finding}`, `compare_${view.finding}`)}
  ${registerPart(view, locale)} ${again(locale)}`;
  return page({ locale, title: 'title', content, address: `/verify/${view.documentNumber}` });
}

/** What a file turned out to be. */
export function checkedPage(check: FileCheckView, locale: Locale): string {
  const say = sayIn(locale);
  const { finding, reason, document } = check;
  const issued = finding === 'valid' || finding === 'no_longer_valid';
  const original = issued ? html`` : html`<p class="note">${say('original_note')}</p>`;
  const register = document
    ? html`<h2>${say(issued ? 'register_title' : 'original_title')}</h2>
        ${original} ${registerPart(document, locale)}`
    : html``;
  const content = html`${answer(locale, finding, `finding_${finding}`, `reason_${reason}`)} ${register}
  ${filePart(check, locale)} ${again(locale)}`;
  return page({ locale, title: `finding_${finding}`, content, address: '/verify' });
}

/** The same for every number that is not registered, well formed or not. */
export function unknownPage(locale: Locale, named = false): string {
  const content = html`${answer(locale, 'not_issued', 'unknown_title', named ? 'unknown_named' : 'unknown')}
  ${again(locale)}`;
  return page({ locale, title: 'unknown_title', content, address: '/verify' });
}

function answer(locale: Locale, finding: Finding, title: VerificationKey, why: VerificationKey): Html {
  const say = sayIn(locale);
  return html`<div class="answer ${finding}">
    <span class="sign" aria-hidden="true">${signs[finding]}</span>
    <h1>${say(title)}</h1>
    <p>${say(why)}</p>
  </div>`;
}

function again(locale: Locale): Html {
  return html`<p class="again"><a href="/verify?lang=${locale}">${sayIn(locale)('again')}</a></p>`;
}
