import { fill, type Locale } from '../i18n/i18n.js';
import { signingTexts } from '../i18n/signing.js';
import { type VerificationKey, verificationTexts } from '../i18n/verification.js';
import { verifyCommandTexts } from '../i18n/verify-command.js';
import { embeddedInWords } from './credential-words.js';
import { exitCodeOf, type OfflineReport, type OfflineTrust } from './offline.js';
import { line, mark, sayIn } from './say.js';

/** What is known of the trust, before any file: whose bundle it is and whether it is out of date. */
export function trustInWords({ bundle, takenAtItsWord }: OfflineTrust, languages: readonly Locale[]): string[] {
  if (!bundle) return [];
  const { sealedBy, rootSha256, outOfDate } = bundle;
  const { body, issuedAt, nextUpdate } = bundle.bundle;
  return [
    ...sayIn(languages, 'bundle', { body: body.name, issuedAt, sealedBy, rootSha256 }),
    ...(takenAtItsWord ? sayIn(languages, 'bundle_alone') : []),
    ...(outOfDate ? sayIn(languages, 'bundle_out_of_date', { nextUpdate }) : []),
  ];
}

/** Every step of a check, who signed and the outcome, each language beneath the other. */
export function reportInWords(report: OfflineReport, trust: OfflineTrust, languages: readonly Locale[]): string[] {
  const each = (write: (locale: Locale) => string): string[] => languages.map(write);
  const steps = report.steps.flatMap(({ step, ok, detail, params, signature }) =>
    each((locale) => {
      const texts = signingTexts[locale];
      const name = texts[`step_${step}`] + (signature === undefined ? '' : ` ${signature}`);
      return line(locale, ok, name, fill(texts[detail], params, locale));
    }).map(mark(ok)),
  );
  const signers = report.signatures.flatMap(({ name, organization, claimedAt, certificateSha256 }) =>
    each((locale) => {
      const params = { name, organization, at: claimedAt, certificate: certificateSha256 };
      return fill(signingTexts[locale].signed_by, params, locale);
    }),
  );
  const register = registerStep(report, trust, languages);
  const credential = report.credentialCheck ? embeddedInWords(report.credentialCheck, languages) : [];
  const notes = [...signers, ...outcomeInWords(report, languages), ...hints(report, trust, languages)];
  return [...steps, ...register, ...credential, ...notes.map((text) => `  ${text}`)];
}

function outcomeInWords(report: OfflineReport, languages: readonly Locale[]): string[] {
  if (report.outcome !== 'valid') return languages.map((locale) => signingTexts[locale][`outcome_${report.outcome}`]);
  const found = { 0: 'valid', 1: 'credential', 3: 'ended' } as const;
  const kind = found[exitCodeOf(report)];
  return kind === 'valid'
    ? languages.map((locale) => signingTexts[locale].outcome_valid)
    : sayIn(languages, `outcome_${kind}`);
}

/** What could not be told, for want of a bundle or of what a bundle holds. */
function hints(
  { outcome, credentialCheck }: OfflineReport,
  { bundle }: OfflineTrust,
  languages: readonly Locale[],
): string[] {
  if (outcome !== 'valid') return [];
  const unchecked = credentialCheck === null ? sayIn(languages, 'credential_not_checked') : [];
  return [...(bundle ? [] : sayIn(languages, 'no_bundle')), ...unchecked];
}

function registerStep({ ended }: OfflineReport, { bundle }: OfflineTrust, languages: readonly Locale[]): string[] {
  if (ended === undefined || !bundle) return [];
  return languages
    .map((locale) => {
      const found = ended
        ? fill(
            verifyCommandTexts[locale][`ended_${ended.how}`],
            { on: ended.on, reason: why(ended.reason, locale) },
            locale,
          )
        : fill(verifyCommandTexts[locale].stands, { issuedAt: bundle.bundle.issuedAt }, locale);
      return line(locale, !ended, verifyCommandTexts[locale].step_register, found);
    })
    .map(mark(!ended));
}

/** A reason in words, or the code itself where a newer server knows more than this command. */
function why(reason: string, locale: Locale): string {
  const key = `end_${reason}`;
  return key in verificationTexts[locale] ? verificationTexts[locale][key as VerificationKey] : reason;
}
