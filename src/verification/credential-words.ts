import { holderOf } from '../credentials/differences.js';
import { reportInWords } from '../credentials/report-in-words.js';
import { fill, type Locale } from '../i18n/i18n.js';
import { verifyCommandTexts } from '../i18n/verify-command.js';
import { type CredentialCheck } from './credential-check.js';
import { line, mark, sayIn } from './say.js';

/** The step about the credential in a document, each language beneath the other. */
export function embeddedInWords(check: CredentialCheck, languages: readonly Locale[]): string[] {
  const ok = check.outcome === 'good';
  return languages
    .map((locale) => {
      const texts = verifyCommandTexts[locale];
      const what = check.differs.map((about) => texts[`differs_${about}`]);
      const about = what.length > 0 ? fill(texts.credential_of_another, { what }, locale) : texts.credential_agrees;
      const opened = check.credential ? [about] : [];
      const vouched = check.signature === 'key_revoked' ? [texts.credential_vouched] : [];
      return line(
        locale,
        ok,
        texts.step_credential,
        joined([...reportInWords(check, locale), ...vouched, ...opened], locale),
      );
    })
    .map(mark(ok));
}

/** All about a credential in a file of its own: the check, what it says, and what that comes to. */
export function aloneInWords(check: CredentialCheck, languages: readonly Locale[]): string[] {
  const { outcome, credential } = check;
  const ok = outcome === 'good';
  const step = languages
    .map((locale) => {
      const { step_credential_alone: name } = verifyCommandTexts[locale];
      return line(locale, ok, name, joined(reportInWords(check, locale), locale));
    })
    .map(mark(ok));
  const says = {
    holder: holderOf(credential),
    name: typeof credential?.name === 'string' ? credential.name : undefined,
  };
  const told = credential ? sayIn(languages, 'credential_says', says) : [];
  const found = outcome === 'of_another' ? 'broken' : outcome;
  return [...step, ...[...told, ...sayIn(languages, `outcome_credential_${found}`)].map((text) => `  ${text}`)];
}

const joined = (sentences: string[], locale: Locale): string => sentences.join(locale === 'zh-TW' ? '' : ' ');
