import { readAttachments } from './attachment.js';
import { buildChain, describe, misuse, notValidAt, readTrust } from './chain.js';
import { type FoundSignature, findSignatures, mostSignatures } from './found-signatures.js';
import { forbiddenChange } from './later-revisions.js';
import { type PdfFile, readPdf, stateAfter } from './pdf-file.js';
import { standingOf } from './raise.js';
import { type Finding, type Outcome, type StepName } from '../i18n/signing.js';
import { checkRevocation, readLists } from './revocation-check.js';
import { type Step, type TimeStampSummary, type VerificationReport } from './report.js';
import {
  certificateIsBound,
  type CmsSignature,
  digestMatches,
  imprintMatches,
  readCms,
  valueMatches,
} from './signature-check.js';
import { catalogOf, checkFields, type SignatureField, signatureFields } from './signature-fields.js';
import { checkSigners, namesIn, type NamedSignature } from './signers.js';
import { type FoundTimeStamp, judgeTimeStamps, provenTime } from './verify-time-stamps.js';
import { checkUnreadable } from './verify-unreadable.js';

export interface VerifyOptions {
  /** The roots that are trusted: DER certificates, or PEM text with any number of them. */
  trust: Uint8Array[] | string;
  /** The roots of time-stamping authorities that are trusted, likewise; none if absent. */
  timeStampTrust?: readonly Uint8Array[] | string;
  /** Revocation lists (CRLs), DER. Where there are any, the signers' certificates are looked up on them. */
  revocationLists?: readonly Uint8Array[];
  /** Checks validity at this instant instead of the time-stamped or, failing that, the claimed signing time. */
  at?: Date;
}

/**
 * Checks every signature of a PDF and what was done to the file afterwards. Never throws on hostile bytes, and its work
 * grows with the file only. The first step that fails decides the outcome's kind; later steps are still made where they can be.
 */
export function verifyPdf(bytes: Uint8Array, options: VerifyOptions): Promise<VerificationReport> {
  try {
    return Promise.resolve(check(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options));
  } catch {
    return Promise.resolve(refuse('malformed', 'not_readable'));
  }
}

function check(bytes: Buffer, options: VerifyOptions): VerificationReport {
  if (bytes.length === 0) return refuse('malformed', 'file_empty');
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return refuse('malformed', 'not_pdf');
  const file = readPdf(bytes);
  const found = findSignatures(file);
  if (found.length === 0) return file.trouble ? checkUnreadable(bytes) : refuse('no_signature', 'none_found');
  if (found.length > mostSignatures) return refuse('malformed', 'not_readable');

  const report: VerificationReport = { outcome: 'valid', steps: [], signatures: [], timeStamps: [] };
  const fields = signatureFields(file.revisions);
  const named: NamedSignature[] = [];
  const stamps = judgeTimeStamps(bytes, file, found, readTrust(options.timeStampTrust ?? []));
  report.steps.push({ step: 'signature_found', ok: true, detail: 'found', params: { count: found.length } });
  found.forEach((signature, index) =>
    checkSignature({ bytes, file, signature, stamps, number: index + 1, options, report, fields, named }),
  );
  report.timeStamps = stamps.map(summaryOf);
  report.level = attempt(() => standingOf(file).level);
  report.steps.push(
    checkFields(fields, found),
    checkLaterRevisions(file, found, fields),
    checkAttachment(file, report),
  );
  report.steps.push(checkSigners(named, report.attachment?.bytes));
  return { ...report, outcome: outcomeOf(report.steps) };
}

interface Checked {
  bytes: Buffer;
  file: PdfFile;
  signature: FoundSignature;
  stamps: FoundTimeStamp[];
  number: number;
  options: VerifyOptions;
  report: VerificationReport;
  fields: SignatureField[];
  /** Filled signature by signature, for the check of who signed. */
  named: NamedSignature[];
}

function checkSignature(checked: Checked): void {
  const { bytes, file, signature, stamps, number, report } = checked;
  const tell = (step: StepName, ok: boolean, detail: Finding, params?: Step['params']): boolean => {
    report.steps.push({ step, ok, detail, signature: number, ...(params && { params }) });
    return ok;
  };
  const covered = coveredParts(bytes, file, signature);
  if (typeof covered === 'string') return void tell('byte_range', false, covered);
  const last = signature.revision === file.revisions.length - 1;
  tell('byte_range', true, last && !file.trouble ? 'covers_file' : 'covers_revision');
  const cms = attempt(() => readCms(signature.contents.bytes));
  if (!cms) return void tell('signature_value', false, 'signature_unreadable');

  const intact = attempt(() => (signature.timeStamp ? stampMatches(cms, covered) : digestMatches(cms, covered)));
  tell('digest', !!intact, intact ? 'digest_matches' : 'digest_differs');
  const genuine = attempt(() => valueMatches(cms));
  tell(
    'signature_value',
    !!genuine,
    genuine ? (signature.timeStamp ? 'time_stamp_intact' : 'value_matches') : 'value_differs',
  );
  const stamp = stamps.find((each) => each.signature === number);
  if (stamp) {
    const refuted = stamp.finding === 'time_stamp_broken' || stamp.finding === 'time_stamp_other_bytes';
    tell('time_stamp', !refuted, stamp.finding, { time: stamp.time?.toISOString(), authority: stamp.authority });
  }
  if (signature.timeStamp) return;
  const bound = attempt(() => certificateIsBound(cms));
  tell('signing_certificate', !!bound, bound ? 'certificate_bound' : 'certificate_not_bound');
  checkCertificates(cms, checked, tell);
}

/** The bytes a signature covers: its whole revision from the first byte on, without only its own `/Contents`. */
function coveredParts(bytes: Buffer, { revisions }: PdfFile, signature: FoundSignature): Buffer[] | Finding {
  const [start, before, after, length] = signature.byteRange ?? [];
  if (start === undefined || before === undefined || after === undefined || length === undefined) return 'range_wrong';
  const end = revisions[signature.revision]!.end;
  if (after + length > bytes.length) return 'file_cut_short';
  const { contents } = signature;
  const whole = start === 0 && before === contents.start && after === contents.end && after + length === end;
  return whole ? [bytes.subarray(0, before), bytes.subarray(after, end)] : 'range_wrong';
}

/** A time stamp signs its token, and the token names the digest of the file. */
function stampMatches(cms: CmsSignature, covered: Buffer[]): boolean {
  return !!cms.content && digestMatches(cms, [cms.content]) && imprintMatches(cms, covered);
}

function checkCertificates(
  cms: CmsSignature,
  { signature: { claimedAt, revision, object }, stamps, number, options, report, fields, named }: Checked,
  tell: (step: StepName, ok: boolean, detail: Finding, params?: Step['params']) => boolean,
): void {
  const { signer } = cms;
  if (!signer) return;
  const summary = attempt(() => describe(signer));
  const provenAt = provenTime(stamps, number, revision);
  const times = {
    ...(claimedAt && { claimedAt: claimedAt.toISOString() }),
    ...(provenAt && { provenAt: provenAt.toISOString() }),
  };
  const field = fields.find(({ holds }) => holds === object)?.name;
  if (summary) report.signatures.push({ ...summary, ...(field && { field }), ...times });
  const chain = attempt(() => buildChain(signer, cms.certificates, readTrust(options.trust)));
  if (chain?.anchored && field !== undefined) named.push({ field, ...namesIn(chain.certificates) });
  const at = options.at ?? provenAt ?? claimedAt;
  const late = chain && at && notValidAt(chain.certificates, at);
  if (!chain?.anchored) tell('chain', false, 'chain_not_trusted', { issuer: summary?.issuer });
  else if (!at) tell('chain', false, 'no_claimed_time');
  else
    tell('chain', !late, late ? 'not_valid_then' : 'chain_trusted', { issuer: summary?.issuer, at: at.toISOString() });
  const wrong =
    attempt(() => (chain ? (misuse(chain.certificates) ?? 'use_permitted') : undefined)) ?? 'leaf_may_not_sign';
  tell('certificate_use', wrong === 'use_permitted', wrong);
  const lists = readLists(options.revocationLists ?? []);
  if (!chain?.anchored || lists.length === 0) return;
  const found = checkRevocation(chain.certificates, lists, { provenAt, claimedAt });
  tell('revocation', found.ok, found.detail, found.params);
}

function summaryOf({ over, signature, finding, time, authority, certificateSha256 }: FoundTimeStamp): TimeStampSummary {
  const trusted = finding === 'time_stamp_trusted';
  return { over, signature, trusted, ...(time && { time: time.toISOString(), authority, certificateSha256 }) };
}

function checkLaterRevisions({ revisions, trouble }: PdfFile, found: FoundSignature[], fields: SignatureField[]): Step {
  const step = 'later_revisions';
  if (trouble) return { step, ok: false, detail: 'unreadable_addition', params: { offset: trouble.offset } };
  const held = new Set(fields.map(({ holds }) => holds));
  if (!found.every(({ object }) => held.has(object))) return { step, ok: false, detail: 'signature_detached' };
  const signed = Math.min(...found.map(({ revision }) => revision)) + 1;
  const changed = forbiddenChange(revisions, signed);
  if (changed) return { step, ok: false, detail: changed.detail, params: { object: changed.object } };
  return { step, ok: true, detail: signed === revisions.length ? 'nothing_added' : 'only_validation_added' };
}

function checkAttachment({ revisions }: PdfFile, report: VerificationReport): Step {
  const step = 'attachment';
  try {
    const { record: attachment, credential } = readAttachments(stateAfter(revisions), catalogOf(revisions));
    if (credential) report.credential = credential;
    if (!attachment) return { step, ok: true, detail: 'no_attachment' };
    report.attachment = attachment;
    return { step, ok: true, detail: 'attachment_read', params: { name: attachment.name, sha256: attachment.sha256 } };
  } catch {
    return { step, ok: false, detail: 'attachment_unreadable' };
  }
}

const broken: StepName[] = ['byte_range', 'digest', 'signature_value', 'time_stamp', 'signing_certificate'];

const failures: [Outcome, StepName[]][] = [
  ['altered', [...broken, 'signature_fields', 'later_revisions']],
  ['untrusted', ['chain', 'certificate_use', 'revocation', 'signers']],
  ['malformed', ['signature_found', 'attachment']],
];

function outcomeOf(steps: Step[]): Outcome {
  const failed = steps.filter(({ ok }) => !ok).map(({ step }) => step);
  const [outcome] = failures.find(([, names]) => failed.some((step) => names.includes(step))) ?? [];
  return outcome ?? 'valid';
}

function refuse(outcome: Outcome, detail: Finding): VerificationReport {
  return { outcome, steps: [{ step: 'signature_found', ok: false, detail }], signatures: [], timeStamps: [] };
}

/** The value, or undefined if hostile bytes made it fail. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
