import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Locale, locales } from '../i18n/i18n.js';
import {
  checkOffline,
  exitCodeOf,
  type OfflineReport,
  type OfflineTrust,
  readTrustFiles,
} from '../verification/offline.js';
import { reportInWords, sayIn, trustInWords } from '../verification/offline-words.js';

type Write = (text: string) => void;

const usageError = 2;

/**
 * `verify FILE... --trust BUNDLE.json|ROOT.pem [--lang zh-TW|en] [--json]`: prints every step of the check. It needs
 * neither a database nor a network. Answers the exit code of the worst file: 0 valid, 1 not valid, 3 valid but superseded
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
    const report = await checkOffline(bytes, trust);
    if (wish.json) write(toJson(file, report, trust));
    else print([file, ...reportInWords(report, trust, languages), '']);
    codes.push(exitCodeOf(report));
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

/** One line of JSON a file: the report, with the size of the embedded record in place of its bytes. */
function toJson(file: string, { attachment, ...report }: OfflineReport, { bundle }: OfflineTrust): string {
  const { bytes, ...described } = attachment ?? { bytes: undefined };
  const asOf = bundle && { issuedAt: bundle.bundle.issuedAt, outOfDate: bundle.outOfDate };
  const found = { file, ...report, ...(bytes && { attachment: { ...described, size: bytes.length } }) };
  return `${JSON.stringify({ ...found, ...(asOf && { bundle: asOf }) })}\n`;
}

/** Names come from the file under test: no control character of theirs reaches the terminal. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '�');
}
