import { createReadStream, realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { maxSourceBytes, parseIcapFile } from '../competencies/icap/parse.js';
import { sentence, type Fault } from '../competencies/icap/report.js';

const usage = `用法 Usage: icap parse [--report] FILE
  印出 iCAP 文件的交換格式 JSON；--report 改為印出匯入報告。
  Prints the interchange JSON of an iCAP document; with --report the import report instead.
`;

/**
 * The command `icap parse [--report] FILE`. Gives 0 for a whole document, 1 for a broken one (every fault with its line
 * on stderr, in Chinese and English), 2 for wrong usage or an unreadable file.
 */
export async function main(argv: string[]): Promise<number> {
  const [command, ...rest] = argv;
  const options = rest.filter((word) => word.startsWith('--'));
  const [file, ...more] = rest.filter((word) => !word.startsWith('--'));
  if (command !== 'parse' || !file || more.length > 0 || options.some((option) => option !== '--report')) {
    process.stderr.write(usage);
    return 2;
  }
  let bytes: Buffer;
  try {
    bytes = await readAtMost(file, maxSourceBytes + 1);
  } catch (error) {
    process.stderr.write(`無法讀取檔案 Cannot read ${file}: ${error instanceof Error ? error.message : ''}\n`);
    return 2;
  }
  const result = parseIcapFile(bytes);
  if (options.length > 0) print(result.report);
  else if (result.ok) print(result.document);
  if (result.ok) return 0;
  process.stderr.write(result.faults.map(faultLine).join(''));
  return 1;
}

function faultLine(fault: Fault): string {
  const zh = fault.column === undefined ? `第 ${fault.line} 行` : `第 ${fault.line} 行第 ${fault.column} 格`;
  const en = fault.column === undefined ? `line ${fault.line}` : `line ${fault.line}, cell ${fault.column}`;
  return `${zh}：${sentence(fault, 'zh-TW')}\n  ${en}: ${sentence(fault, 'en')} [${fault.kind}]\n`;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

// A pipe or a device has no size to ask for beforehand.
async function readAtMost(file: string, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: bytes - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = await main(process.argv.slice(2));
}
