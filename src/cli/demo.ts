import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Narrator, narrator, table } from '../demo/narrator.js';
import { withServer } from '../demo/server.js';
import { play, type Told } from '../demo/story.js';
import { type Locale } from '../i18n/i18n.js';
import { isLocale } from '../i18n/notices.js';
import { signingTexts } from '../i18n/signing.js';
import { checkOffline, readTrustFiles } from '../verification/offline.js';

type Write = (text: string) => void;
interface Wish {
  out: string;
  locale: Locale;
}

const usage = `用法 Usage: demo --out DIR [--lang zh-TW|en]
  演一遍完整的評量實務，把簽章文件（PDF 與 JSON）、root.pem 和 trust.json 放進 DIR（會取代同名檔案）。
  Plays the whole practice and leaves the signed documents (PDF and JSON), root.pem and trust.json in DIR, in place of files so named.
`;

/**
 * The command `demo --out DIR`: plays the whole practice over HTTP on a temporary server, then checks every document
 * offline. Gives 0 when everything was as told, 1 when something was not, 2 for wrong usage or a folder that cannot be
 * written.
 */
export async function main(argv: string[], write: Write = (text) => process.stdout.write(text)): Promise<number> {
  const wish = readArguments(argv);
  if (!wish) return refuse(usage);
  const { out, locale } = wish;
  try {
    await mkdir(out, { recursive: true });
  } catch (error) {
    return refuse(`無法建立資料夾 Cannot make the folder ${out}: ${messageOf(error)}\n`);
  }
  const tell = narrator(write, locale);
  write(
    tell.words(
      '試金石：從公告文件到簽章的判定書\n',
      'Touchstone 試金石: from the published documents to signed verdicts\n',
    ),
  );
  try {
    const { told, answers } = await withServer(async (server) => {
      return { told: await play(server, tell), answers: server.answers };
    });
    const sound = await keepAndCheck(out, told, tell);
    tell.say(`${answers} 個 HTTP 回應都符合預期。`, `All ${answers} HTTP answers were as expected.`);
    const files = told.documents.map(({ name }) => quoted(join(out, `${name}.pdf`)));
    const trust = ['root.pem', 'trust.json'].map((name) => `--trust ${quoted(join(out, name))}`).join(' ');
    tell.say('逐步查驗：', 'Verify step by step:');
    tell.show([`npm run -s verify -- ${files.join(' ')} ${trust}`]);
    return sound ? 0 : 1;
  } catch (error) {
    process.stderr.write(`示範中斷 The demo stopped: ${messageOf(error)}\n`);
    return 1;
  }
}

function readArguments(argv: string[]): Wish | undefined {
  try {
    const options = { out: { type: 'string' }, lang: { type: 'string', default: 'zh-TW' } } as const;
    const { out, lang } = parseArgs({ args: argv, options }).values;
    return out && isLocale(lang) ? { out, locale: lang } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(text: string): number {
  process.stderr.write(text);
  return 2;
}

/**
 * Writes what was issued, and tells of each document whether it is valid under the root that lies beside it, and whether
 * it still stands by the bundle.
 */
async function keepAndCheck(out: string, { documents, root, bundle }: Told, tell: Narrator): Promise<boolean> {
  tell.part('簽章文件，離線查驗', 'The signed documents, verified offline');
  await writeFile(join(out, 'root.pem'), root);
  await writeFile(join(out, 'trust.json'), bundle);
  const trust = readTrustFiles([root.toString(), bundle.toString()], new Date());
  if (typeof trust === 'string') throw new Error(`the trust bundle: ${trust}`);
  const rows: string[][] = [];
  let sound = true;
  for (const { name, title, number, pdf, record } of documents) {
    await writeFile(join(out, `${name}.pdf`), pdf);
    await writeFile(join(out, `${name}.json`), record);
    const { outcome, signatures, ended } = await checkOffline(pdf, trust);
    const signers = signatures.map((signature) => signature.name).join();
    const mark = outcome !== 'valid' ? '✗' : ended ? '⊘' : '✓';
    rows.push([mark, `${name}.pdf`, title, number, signers]);
    if (outcome !== 'valid') rows.push(['', '', signingTexts[tell.locale][`outcome_${outcome}`], '', '']);
    sound &&= outcome === 'valid';
  }
  tell.show(table(rows));
  tell.say(
    `⊘ 不再有效：簽章完好，但信賴包（trust.json）記著它已被取代或推翻。同名的紀錄（.json）、root.pem 和 trust.json 都在 ${out}。`,
    `⊘ no longer valid: the signatures are whole, but the trust bundle (trust.json) says that it was superseded or overturned. The records (.json), root.pem and trust.json lie beside them in ${out}.`,
  );
  return sound;
}

/** As a shell wants a path that has more than plain characters in it. */
const quoted = (path: string): string => (/^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
