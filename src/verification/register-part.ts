import { appealDocumentTexts } from '../i18n/appeal-document.js';
import { documentTexts } from '../i18n/documents.js';
import { type Locale } from '../i18n/i18n.js';
import { type VerificationKey, verificationTexts } from '../i18n/verification.js';
import { html, type Html } from './html.js';
import { type Say, sayIn } from './page.js';
import { type RegisteredDocumentView } from './verification.view.js';

/** What the register says of a document, and how to compare. */
export function registerPart(view: RegisteredDocumentView, locale: Locale): Html {
  const say = sayIn(locale);
  const { deletion, documentNumber, rootCertificate, trustBundle } = view;
  const file = `${documentNumber}.pdf`;
  return html`${standingNote(view, locale)} ${deletion ? html`<p class="note">${say('deleted', deletion)}</p>` : html``}
    <dl>
      ${rowsOf(view, locale).map(
        ([key, value]) =>
          html`<dt>${say(key)}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${targetsOf(view, locale)}
    <details>
      <summary>${say('compare_title')}</summary>
      <ul>
        <li>${say('compare_file')}</li>
        <li>${say('compare_hash', { file })}</li>
        <li>
          ${say('compare_offline', { file })}<br /><a href="${trustBundle}" download="bundle.json">${say('bundle')}</a>
          · <a href="${rootCertificate}" download="root.pem">${say('root')}</a>
        </li>
      </ul>
      <p>${say('own_authority')}</p>
    </details>`;
}

type Row = [VerificationKey, string | Html];

function rowsOf(view: RegisteredDocumentView, locale: Locale): Row[] {
  const say = sayIn(locale);
  const level = view.revisions.at(-1)?.level;
  const { holder, unit, kind, about, certificate } = view;
  const whole = holder?.name ?? '–';
  const name = holder?.masked ? html`${whole}<br /><small>${say('holder_masked')}</small>` : whole;
  const rows: (Row | null)[] = [
    ['document_kind', say(`kind_${kind}`)],
    ['number', html`<span class="number">${view.documentNumber}</span>`],
    certificate && ['certificate_number', certificate.number],
    ['holder', name],
    ['unit', html`${unit.name}<br />${version(unit, say)}`],
    ['outcome', html`<strong>${outcomeLabel(view, locale)}</strong>`],
    ['decided_on', day(view.decidedOn)],
    certificate && ['issued_on', day(certificate.issuedOn)],
    ['issued_by', view.issuedBy],
    about === null ? null : [kind === 'certificate' ? 'about_certificate' : 'about', numberLink(about, locale)],
    ['document_hash', html`<code>${view.pdfSha256}</code>`],
    level ? ['signature_level', say(`level_${level}`)] : null,
    ['signer_hash', html`<code>${view.signerSha256}</code>`],
  ];
  return rows.filter((row) => row !== null);
}

/** Said first of a document that does not stand, or may not for long. */
function standingNote({ kind, standing, supersededBy, ended }: RegisteredDocumentView, locale: Locale): Html {
  const say = sayIn(locale);
  if (standing === 'under_appeal') return html`<p class="note"><strong>${say('under_appeal')}</strong></p>`;
  if (!ended) return html``;
  const key = `end_${ended.reason}`;
  const why = kind !== 'verdict' && key in verificationTexts[locale] ? say(key as VerificationKey) : '';
  const by = supersededBy ? html` ${say('ended_by')} ${numberLink(supersededBy, locale)}` : html``;
  const first = kind === 'verdict' ? `${say('superseded')} ` : '';
  return html`<p class="note"><strong>${first}${say(`ended_${ended.how}`, { on: ended.on })}</strong> ${why}${by}</p>`;
}

function targetsOf({ targets }: RegisteredDocumentView, locale: Locale): Html {
  if (targets.length === 0) return html``;
  const texts = documentTexts[locale];
  return html`<details>
    <summary>${sayIn(locale)('targets', { count: targets.length })}</summary>
    <ul class="targets">
      ${targets.map(
        ({ code, text, result }) =>
          html`<li><span>${code}　${text}</span> <strong class="${result}">${texts[`result_${result}`]}</strong></li>`,
      )}
    </ul>
  </details>`;
}

/** An edition is named only where it corrects an earlier one. */
function version({ code, version, edition }: RegisteredDocumentView['unit'], say: Say): string {
  return say('version', { code, version }) + (edition > 1 ? say('edition', { edition }) : '');
}

/** An outcome of a verdict, of an appeal against one, or what a certificate says. */
function outcomeLabel({ kind, outcome }: RegisteredDocumentView, locale: Locale): string {
  if (outcome === null) return '–';
  if (kind === 'certificate') return sayIn(locale)('outcome_certified');
  return outcome === 'upheld' || outcome === 'dismissed'
    ? appealDocumentTexts[locale][`appeal_${outcome}`]
    : documentTexts[locale][`outcome_${outcome}`];
}

const day = (date: string): Html => html`<time datetime="${date}">${date}</time>`;

const numberLink = (number: string, locale: Locale): Html =>
  html`<a href="/verify/${number}?lang=${locale}">${number}</a>`;
