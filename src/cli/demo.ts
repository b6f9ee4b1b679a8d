import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Issued } from '../demo/deciding.js';
import { narrator } from '../demo/narrator.js';
import { withServer } from '../demo/server.js';
import { play, unitCode } from '../demo/story.js';
import { main as verify } from './verify.js';

type Write = (text: string) => void;

const usage = `用法 Usage: demo --out DIR
  演一遍完整的評量，把 verdict.pdf、verdict.json、root.pem 放進 DIR（會取代同名檔案）。
  Plays one whole assessment and leaves verdict.pdf, verdict.json and root.pem in DIR, in place of files so named.
`;

/**
 * The command `demo --out DIR`: plays the whole job over HTTP on a temporary server, then verifies the document offline.
 * Gives 0 when everything was as told, 1 when something was not, 2 for wrong usage or a folder that cannot be written.
 */
export async function main(argv: string[], write: Write = (text) => process.stdout.write(text)): Promise<number> {
  const out = readArguments(argv);
  if (!out) return refuse(usage);
  try {
    await mkdir(out, { recursive: true });
  } catch (error) {
    return refuse(`無法建立資料夾 Cannot make the folder ${out}: ${messageOf(error)}\n`);
  }
  write(`試金石 Touchstone：${unitCode} 從公告文件到簽章的評量結果\n  from the published unit to a signed verdict\n`);
  try {
    const { answers, ...issued } = await withServer((server) => play(server, narrator(write)));
    const files = await keep(out, issued);
    write(`\n離線查驗 Offline verification\n`);
    const code = await verify([files.pdf, '--trust', files.root], write);
    if (code !== 0) return code;
    write(`${answers} 個 HTTP 回應都符合預期。  All ${answers} HTTP answers were as expected.\n`);
    write(`檔案 Files:\n  ${Object.values(files).join('\n  ')}\n`);
    write(`再查驗一次 Verify again: npm run -s verify -- ${quoted(files.pdf)} --trust ${quoted(files.root)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`示範中斷 The demo stopped: ${messageOf(error)}\n`);
    return 1;
  }
}

function readArguments(argv: string[]): string | undefined {
  try {
    return parseArgs({ args: argv, options: { out: { type: 'string' } } }).values.out || undefined;
  } catch {
    return undefined;
  }
}

function refuse(text: string): number {
  process.stderr.write(text);
  return 2;
}

async function keep(
  out: string,
  { pdf, record, root }: Issued,
): Promise<{ pdf: string; record: string; root: string }> {
  const files = { pdf: join(out, 'verdict.pdf'), record: join(out, 'verdict.json'), root: join(out, 'root.pem') };
  await writeFile(files.pdf, pdf);
  await writeFile(files.record, record);
  await writeFile(files.root, root);
  return files;
}

/** As a shell wants a path that has more than plain characters in it. */
const quoted = (path: string): string => (/^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
