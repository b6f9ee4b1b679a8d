import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Locale, locales } from '../i18n/i18n.js';
import { type Attachment } from '../signing/report.js';
import { checkAlone, type CredentialCheck } from '../verification/credential-check.js';
import { aloneInWords } from '../verification/credential-words.js';
import {
  checkOffline,
  exitCodeOf,
  exitCodeOfCredential,
  type OfflineReport,
  type OfflineTrust,
  readTrustFiles,
} from '../verification/offline.js';
import { reportInWords, trustInWords } from '../verification/offline-words.js';
import { sayIn } from '../verification/say.js';

type Write = (text: string) => void;

const usageError = 2;

/**
 * `verify FILE... --trust BUNDLE.json|ROOT.pem [--lang zh-TW|en] [--json]`: prints every step of the check of PDFs and of
 * credentials (`.jwt`), which need a bundle. It needs neither a database nor a network. Answers the exit code of the worst file: 0 valid, 1 not valid, 3 valid but superseded
 * or revoked as of the bundle; and 2 for wrong usage or an unreadable file.
 */
export async function main(
  argv: string[],
  write: Write = (text) => process.stdout.write(text),
  now = new Date(),
): Promise<number> {
  const wish = readArguments(argv);
  const print = (lines: string[]): void => write(`${lines.map(printable).join('\n')}\n`);
  const refuse = (lines: string[]): number => {
    print(lines);
    return usageError;
  };
  if (!wish) return refuse(sayIn(locales, 'usage').flatMap((text) => text.split('\n')));
  const { languages } = wish;
  const trusted: string[] = [];
  for (const file of wish.trust) {
    const bytes = await read(file);
    if (!bytes) return refuse(sayIn(languages, 'cannot_read', { file }));
    trusted.push(bytes.toString('utf8'));
  }
  const trust = readTrustFiles(trusted, now);
  if (typeof trust === 'string') return refuse(sayIn(languages, trust));
  if (!wish.json && trust.bundle) print([...trustInWords(trust, languages), '']);
  const codes: number[] = [];
  for (const file of wish.files) {
    const bytes = await read(file);
    if (!bytes) return refuse(sayIn(languages, 'cannot_read', { file }));
    const answer = await (isCredential(file, bytes) ? credential : document)(bytes, trust, now);
    if (!answer) return refuse(sayIn(languages, 'credential_needs_bundle', { file }));
    if (wish.json) write(toJson(file, answer, trust));
    else print([file, ...answer.inWords(languages), '']);
    codes.push(answer.code);
  }
  return codes.includes(1) ? 1 : Math.max(...codes);
}

interface Wish {
  files: string[];
  trust: string[];
  languages: readonly Locale[];
  json: boolean;
}

function readArguments(args: string[]): Wish | undefined {
  try {
    const options = {
      trust: { type: 'string', multiple: true },
      lang: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const;
    const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true });
    const { trust = [], lang, json } = values;
    const languages = lang === undefined ? locales : locales.filter((locale) => locale === lang);
    return trust.length > 0 && files.length > 0 && languages.length > 0 ? { files, trust, languages, json } : undefined;
  } catch {
    return undefined;
  }
}

function read(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined);
}

/** What became of a file. */
interface Answer {
  code: number;
  found: object;
  inWords: (languages: readonly Locale[]) => string[];
}

/** No PDF begins like a JSON Web Token. */
function isCredential(file: string, bytes: Buffer): boolean {
  return /\.jwt$/i.test(file) || bytes.subarray(0, 3).toString('latin1') === 'eyJ';
}

async function document(bytes: Buffer, trust: OfflineTrust, now: Date): Promise<Answer> {
  const report = await checkOffline(bytes, trust, now);
  return {
    code: exitCodeOf(report),
    found: described(report),
    inWords: (languages) => reportInWords(report, trust, languages),
  };
}

/** Undefined if there is nothing to check a credential by. */
async function credential(bytes: Buffer, { bundle }: OfflineTrust, now: Date): Promise<Answer | undefined> {
  const check = bundle && (await checkAlone(bytes, { bundle: bundle.bundle, now }));
  if (!check) return undefined;
  return {
    code: exitCodeOfCredential(check),
    found: { credential: withoutContent(check) },
    inWords: (languages) => aloneInWords(check, languages),
  };
}

/** A report without the bytes of what is embedded: their size stands in their place. */
function described({ attachment, credential, credentialCheck, ...report }: OfflineReport): object {
  const file = attachment && withSize(attachment);
  const inside = credential && { ...withSize(credential), ...(credentialCheck && withoutContent(credentialCheck)) };
  return { ...report, ...(file && { attachment: file }), ...(inside && { credential: inside }) };
}

const withSize = ({ bytes, ...about }: Attachment): object => ({ ...about, size: bytes.length });

const withoutContent = ({ credential: _, ...check }: CredentialCheck): object => check;

/** One line of JSON a file. */
function toJson(file: string, { found }: Answer, { bundle }: OfflineTrust): string {
  const asOf = bundle && { issuedAt: bundle.bundle.issuedAt, outOfDate: bundle.outOfDate };
  return `${JSON.stringify({ file, ...found, ...(asOf && { bundle: asOf }) })}\n`;
}

/** Names come from the file under test: no control character of theirs reaches the terminal. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '�');
}
