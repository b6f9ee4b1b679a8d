import { credentialTexts } from '../i18n/credentials.js';
import { type Locale } from '../i18n/i18n.js';
import { type CredentialReport } from './verify-credential.js';

/** The three answers as sentences. Of a credential that is not what it seems, nothing but that is said. */
export function reportInWords({ signature, validity, status }: CredentialReport, locale: Locale): string[] {
  const texts = credentialTexts[locale];
  const sentences = [texts[`signature_${signature}`], texts[`validity_${validity}`], texts[`status_${status}`]];
  return signature === 'valid' || signature === 'key_revoked' ? sentences : sentences.slice(0, 1);
}
