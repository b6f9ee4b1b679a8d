import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fill, locales, type TextParams } from '../i18n/i18n.js';
import { signingTexts } from '../i18n/signing.js';
import { type VerificationReport } from '../signing/report.js';
import { verifyPdf } from '../signing/verify.js';

type Key = keyof (typeof signingTexts)['en'];
type Write = (text: string) => void;

const usageError = 2;

/**
 * `verify FILE... --trust ROOT.pem [--json]`: prints every step of the check, Chinese with English beneath.
 * Answers the exit code: 0 all valid, 1 one is not, 2 wrong usage or an unreadable file.
 */
export async function main(argv: string[], write: Write = (text) => process.stdout.write(text)): Promise<number> {
  const wish = readArguments(argv);
  if (!wish) return complain(write, 'usage');
  const trust = await read(wish.trust);
  if (!trust?.includes('-----BEGIN CERTIFICATE-----')) return complain(write, 'cannot_read', { file: wish.trust });
  let code = 0;
  for (const file of wish.files) {
    const bytes = await read(file);
    if (!bytes) return complain(write, 'cannot_read', { file });
    const report = await verifyPdf(bytes, { trust: trust.toString('utf8') });
    write(wish.json ? toJson(file, report) : toText(file, report));
    if (report.outcome !== 'valid') code = 1;
  }
  return code;
}

function readArguments(argv: string[]): { files: string[]; trust: string; json: boolean } | undefined {
  try {
    const options = { trust: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    return values.trust && positionals.length > 0
      ? { files: positionals, trust: values.trust, json: values.json }
      : undefined;
  } catch {
    return undefined;
  }
}

function read(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined);
}

function complain(write: Write, key: Key, params?: TextParams): number {
  write(both(key, params).join('\n') + '\n');
  return usageError;
}

function toText(file: string, report: VerificationReport): string {
  const steps = report.steps.flatMap(({ step, ok, detail, params, signature }) => {
    const names = both(`step_${step}`);
    const [chinese, english] = both(detail, params);
    const number = signature === undefined ? '' : ` ${signature}`;
    const words = both(ok ? 'passed' : 'failed');
    return [
      `  ${ok ? '✓' : '✗'} ${names[0]}${number}：${words[0]}。${chinese}`,
      `    ${names[1]}${number}: ${words[1]}. ${english}`,
    ];
  });
  const signers = report.signatures.flatMap(({ name, organization, claimedAt, certificateSha256 }) =>
    both('signed_by', { name, organization, at: claimedAt, certificate: certificateSha256 }).map((line) => `  ${line}`),
  );
  const [chinese, english] = both(`outcome_${report.outcome}`);
  return [file, ...steps, ...signers, `  ${chinese}`, `  ${english}`, ''].map(printable).join('\n');
}

/** One line of JSON a file: the report, with the size of the embedded record in place of its bytes. */
function toJson(file: string, { attachment, ...report }: VerificationReport): string {
  const { bytes, ...described } = attachment ?? { bytes: undefined };
  return JSON.stringify({ file, ...report, ...(bytes && { attachment: { ...described, size: bytes.length } }) }) + '\n';
}

function both(key: Key, params?: TextParams): string[] {
  return locales.map((locale) => fill(signingTexts[locale][key], params, locale));
}

/** Names come from the file under test: no control character of theirs reaches the terminal. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '�');
}
