import { type Locale, type TextParams } from '../i18n/i18n.js';
import { type VerificationKey } from '../i18n/verification.js';
import { html } from './html.js';
import { page, sayIn } from './page.js';

/** What was wrong with a question, and what was typed. */
export interface Mistake {
  key: VerificationKey;
  params?: TextParams;
}

export interface Typed {
  number?: string;
  name?: string;
}

/** The one form: a file, or what stands on paper. With a mistake it says so first, and keeps what was typed. */
export function formPage(locale: Locale, { number = '', name = '' }: Typed = {}, mistake?: Mistake): string {
  const say = sayIn(locale);
  const content = html`<h1>${say('title')}</h1>
    ${
      mistake
        ? html`<div class="mistake" role="alert" tabindex="-1">
            <h2>${say('error_title')}</h2>
            <p>${say(mistake.key, mistake.params)}</p>
          </div>`
        : html`<p>${say('form_intro')}</p>`
    }
    <form method="post" action="/verify?lang=${locale}" enctype="multipart/form-data">
      <fieldset>
        <legend>${say('form_file_title')}</legend>
        <label for="file">${say('form_file')}</label>
        <p class="hint" id="file-hint">${say('form_file_hint')}</p>
        <input id="file" name="file" type="file" accept="application/pdf,.pdf" aria-describedby="file-hint" />
      </fieldset>
      <p class="or">${say('form_or')}</p>
      <fieldset>
        <legend>${say('form_name_title')}</legend>
        <label for="number">${say('form_number')}</label>
        <p class="hint" id="number-hint">${say('form_number_hint')}</p>
        <input
          id="number"
          name="number"
          value="${number}"
          maxlength="40"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-describedby="number-hint"
        />
        <label for="name">${say('form_name')}</label>
        <p class="hint" id="name-hint">${say('form_name_hint')}</p>
        <input id="name" name="name" value="${name}" maxlength="300" autocomplete="off" aria-describedby="name-hint" />
      </fieldset>
      <button type="submit">${say('form_submit')}</button>
    </form>
    <p class="hint">${say('own_authority')}</p>`;
  return page({ locale, title: 'title', content, address: '/verify' });
}
