import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { fill, type Locale } from '../i18n/i18n.js';
import { signingTexts } from '../i18n/signing.js';
import { anchorsToTrust, certificateOf } from '../signing/certificates.js';
import { certificateToPem } from '../signing/pem.js';
import { findingOf, type Reason } from './findings.js';
import { type Inspection, sha256Of, type Trusted } from './inspect.js';
import { Inspector } from './inspector.js';
import { issuedFile, type IssuedFile, issuedFiles } from './issued-files.js';
import { type Likeness, reasonOf } from './reason.js';
import { VerificationService } from './verification.service.js';
import { type FileCheckView, type RegisteredDocumentView } from './verification.view.js';

/** Says of a file whether it is what was issued. The bytes are looked at in memory, and kept nowhere. */
@Injectable()
export class FileChecks {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly store: FileStore,
    private readonly inspector: Inspector,
    private readonly verification: VerificationService,
  ) {}

  /** The hash is asked first, then what stands in the file, then the register for the number that it bears. */
  async check(bytes: Uint8Array, locale: Locale): Promise<FileCheckView> {
    const sha256 = sha256Of(bytes);
    const inspection = await this.inspector.inspect(bytes, await this.trusted());
    const issued = await issuedFile(this.db.read, sha256);
    const { reason, document } = issued ? await this.registered(issued) : await this.compared(bytes, inspection);
    const file = { sha256, size: bytes.length };
    return { finding: findingOf[reason], reason, ...file, document, ...told(inspection, locale) };
  }

  /** Whoever holds the very bytes holds the name too. */
  private async registered({ documentNumber }: IssuedFile): Promise<Judged> {
    const document = (await this.verification.document(documentNumber, { wholeName: true }))!;
    return { reason: document.ended?.how ?? 'registered', document };
  }

  /** Of several numbers in a file, that of the document whose bytes it shares speaks, else the first registered one. */
  private async compared(bytes: Uint8Array, inspection: Inspection | null): Promise<Judged> {
    let likeness: Likeness | null = null;
    let number: string | null = null;
    for (const candidate of inspection?.numbers ?? []) {
      const files = await issuedFiles(this.db.read, candidate);
      if (files.length === 0 || (likeness && likeness !== 'different')) continue;
      const found = await this.likeness(bytes, files);
      if (likeness && found === 'different') continue;
      [likeness, number] = [found, candidate];
    }
    const reason = reasonOf(inspection, likeness);
    return { reason, document: number === null ? null : await this.verification.document(number) };
  }

  private async likeness(bytes: Uint8Array, files: IssuedFile[]): Promise<Likeness> {
    const begins = ({ sha256, size }: IssuedFile): boolean =>
      size < bytes.length && sha256Of(bytes.subarray(0, size)) === sha256;
    if (files.some(begins)) return 'extended';
    const [longest] = files;
    return longest && bytes.length > 0 && bytes.length < longest.size && (await this.isBeginning(bytes, longest))
      ? 'shortened'
      : 'different';
  }

  private async isBeginning(bytes: Uint8Array, { sha256 }: IssuedFile): Promise<boolean> {
    const hash = createHash('sha256');
    try {
      const range = { start: 0, end: bytes.length - 1 };
      for await (const chunk of this.store.open(sha256, range)) hash.update(chunk as Buffer);
    } catch {
      return false; // deleted, or not there to be compared with
    }
    return hash.digest('hex') === sha256Of(bytes);
  }

  private async trusted(): Promise<Trusted> {
    const anchors = await anchorsToTrust(this.db.read);
    const timeStampRoots = this.config.tsaCertificates.map(certificateToPem).join('');
    return { roots: anchors.map((row) => certificateToPem(certificateOf(row))).join(''), timeStampRoots };
  }
}

interface Judged {
  reason: Reason;
  document: RegisteredDocumentView | null;
}

function told(
  inspection: Inspection | null,
  locale: Locale,
): Pick<FileCheckView, 'signatures' | 'level' | 'signers' | 'steps'> {
  if (!inspection) return { signatures: 'malformed', level: null, signers: [], steps: [] };
  const { outcome, level, steps, signatures } = inspection.report;
  return {
    signatures: outcome,
    level: level ?? null,
    signers: signatures.map(({ name, organization, claimedAt, provenAt, certificateSha256 }) => ({
      name,
      organization: organization ?? null,
      claimedAt: claimedAt ?? null,
      provenAt: provenAt ?? null,
      certificateSha256,
    })),
    steps: steps.map(({ step, ok, detail, params, signature }) => ({
      step,
      ok,
      found: detail,
      text: fill(signingTexts[locale][detail], params, locale),
      signature: signature ?? null,
    })),
  };
}
