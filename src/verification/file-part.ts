import { type Locale } from '../i18n/i18n.js';
import { signingTexts, type StepName } from '../i18n/signing.js';
import { html, type Html } from './html.js';
import { sayIn } from './page.js';
import { type CheckStep, type FileCheckView } from './verification.view.js';

/** The file that was checked, and every step of the check. */
export function filePart({ finding, sha256, size, level, signers, steps }: FileCheckView, locale: Locale): Html {
  const say = sayIn(locale);
  const proved = finding === 'valid' || finding === 'no_longer_valid';
  const names = signers.map(
    ({ name, organization }) => html`<li>${name}${organization ? `（${organization}）` : ''}</li>`,
  );
  return html`<h2>${say('file_title')}</h2>
    <dl>
      <dt>${say('file_hash')}</dt>
      <dd><code>${sha256}</code></dd>
      <dt>${say('file_size')}</dt>
      <dd>${say('bytes', { count: size.toLocaleString(locale) })}</dd>
      ${
        level
          ? html`<dt>${say('level')}</dt>
              <dd>${level}</dd>`
          : html``
      }
      <dt>${say(proved ? 'signers' : 'signers_unproved')}</dt>
      <dd>
        ${
          names.length > 0
            ? html`<ul>
                ${names}
              </ul>`
            : say('none')
        }
      </dd>
    </dl>
    ${
      steps.length > 0
        ? html`<details>
            <summary>${say('steps')}</summary>
            <ol class="steps">
              ${steps.map((step) => stepLine(step, locale))}
            </ol>
          </details>`
        : html``
    }
    <p class="note">${say('not_kept')}</p>`;
}

function stepLine({ step, ok, text, signature }: CheckStep, locale: Locale): Html {
  const texts = signingTexts[locale];
  const name = texts[`step_${step as StepName}`] + (signature === null ? '' : ` ${signature}`);
  return html`<li class="${ok ? 'passed' : 'failed'}">
    <strong>${name}</strong> – ${ok ? texts.passed : texts.failed}<br />${text}
  </li>`;
}
