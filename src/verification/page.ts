import { appealDocumentTexts } from '../i18n/appeal-document.js';
import { documentTexts } from '../i18n/documents.js';
import { fill, type Locale, type TextParams } from '../i18n/i18n.js';
import { type VerificationKey, verificationTexts } from '../i18n/verification.js';
import { html, type Html } from './html.js';
import { type VerificationView } from './verification.view.js';

const say = (locale: Locale, key: VerificationKey, params?: TextParams): string =>
  fill(verificationTexts[locale][key], params, locale);

/** A text in Chinese, then in English. */
const both = (key: VerificationKey, params?: TextParams): Html =>
  html`${say('zh-TW', key, params)} <span lang="en">${say('en', key, params)}</span>`;

/** An edition is named only where it corrects an earlier one. */
function version({ code, version, edition }: VerificationView['unit']): Html {
  const inWords = (locale: Locale): string =>
    say(locale, 'version', { code, version }) + (edition > 1 ? say(locale, 'edition', { edition }) : '');
  return html`${inWords('zh-TW')} <span lang="en">${inWords('en')}</span>`;
}

/** An outcome of a verdict, or of an appeal against one. */
function outcomeLabel(outcome: NonNullable<VerificationView['outcome']>): Html {
  const label = (locale: Locale): string =>
    outcome === 'upheld' || outcome === 'dismissed'
      ? appealDocumentTexts[locale][`appeal_${outcome}`]
      : documentTexts[locale][`outcome_${outcome}`];
  return html`<strong>${label('zh-TW')}</strong> <span lang="en">${label('en')}</span>`;
}

const numberLink = (number: string): Html => html`<a href="/verify/${number}">${number}</a>`;

/** Said first of a verdict that does not stand, or may not for long. */
function standingNote({ standing, supersededBy }: VerificationView): Html {
  if (standing === 'under_appeal') return html`<p><strong>${both('under_appeal')}</strong></p>`;
  if (standing !== 'superseded' || supersededBy === null) return html``;
  return html`<p><strong>${both('superseded')}</strong> ${numberLink(supersededBy)}</p>`;
}

/** What the register says of a document, and how to compare. */
export function foundPage(view: VerificationView): string {
  const { documentNumber, issuedBy, unit, outcome, decidedOn, pdfSha256, signerSha256, rootCertificate } = view;
  const { deletion } = view;
  const file = `${documentNumber}.pdf`;
  const rows: [VerificationKey, Html][] = [
    ['number', html`${documentNumber}`],
    ['issued_by', html`${issuedBy}`],
    ['unit', html`${unit.name}<br />${version(unit)}`],
    ['document_kind', both(`kind_${view.kind}`)],
    ...(view.about === null ? [] : [['about', numberLink(view.about)] as [VerificationKey, Html]]),
    ['outcome', outcome ? outcomeLabel(outcome) : html`–`],
    ['decided_on', html`<time datetime="${decidedOn}">${decidedOn}</time>`],
    ['document_hash', html`<code>${pdfSha256}</code>`],
    ['signer_hash', html`<code>${signerSha256}</code>`],
  ];
  return page(
    'title',
    html`<p>${both('found')}</p>
      ${standingNote(view)} ${deletion ? html`<p><strong>${both('deleted', deletion)}</strong></p>` : html``}
      <dl>
        ${rows.map(
          ([key, value]) =>
            html`<dt>${both(key)}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <p>${both('no_name')}</p>
      <h2>${both('compare_title')}</h2>
      <ol>
        <li>${both('compare_hash', { file })}</li>
        <li>${both('compare_offline', { file })} <a href="${rootCertificate}" download>${both('root')}</a></li>
      </ol>
      <p>${both('own_authority')}</p>`,
  );
}

/** The same for every number that is not registered, well formed or not. */
export function unknownPage(): string {
  return page('unknown_title', html`<p>${both('unknown')}</p>`);
}

/** What a person sees who opens the server's address. */
export function homePage(): string {
  const content = html`<p>${both('home_what')}</p>
    <p><a href="/api/docs">${both('home_api')}</a></p>
    <p>${both('home_check')}</p>`;
  return page('home_title', content);
}

function page(title: 'title' | 'unknown_title' | 'home_title', content: Html): string {
  return html`<!doctype html>
    <html lang="zh-Hant-TW">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${say('zh-TW', title)} ${say('en', title)} – 試金石 Touchstone</title>
        <link rel="stylesheet" href="/verify/style.css" />
      </head>
      <body>
        <main>
          <h1>${both(title)}</h1>
          ${content}
        </main>
      </body>
    </html> `.markup;
}
