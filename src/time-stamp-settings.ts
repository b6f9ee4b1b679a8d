import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { fromPem } from './signing/pem.js';

/** The address of a time-stamping authority (RFC 3161); null if it is none. */
export function timeStampAddress(raw: string): string | null {
  return URL.canParse(raw) && /^https?:$/.test(new URL(raw).protocol) ? raw : null;
}

/** The certificates of a PEM file, as DER; null if there is none that can be read. */
export function readCertificates(path: string): Uint8Array[] | null {
  try {
    const certificates = fromPem('CERTIFICATE', readFileSync(path, 'utf8'));
    return certificates.length > 0 ? certificates.map((bytes) => new X509Certificate(bytes).raw) : null;
  } catch {
    return null;
  }
}
