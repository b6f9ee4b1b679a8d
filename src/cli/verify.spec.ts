import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingWorld } from '../../test/support/cryptography.js';
import { tinyPdf } from '../../test/support/tiny-pdf.js';
import { signPdf } from '../signing/pades.js';
import { certificateToPem } from '../signing/pem.js';
import { main } from './verify.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-verify-'));
const file = (name: string) => join(folder, name);
const root = file('root.pem');

async function run(...argv: string[]): Promise<{ code: number; printed: string }> {
  let printed = '';
  const code = await main(argv, (text) => (printed += text));
  return { code, printed };
}

beforeAll(async () => {
  const { authority, signer } = await signingWorld('林\u001b[2J評量');
  writeFileSync(root, certificateToPem(authority.root.certificate));
  const signed = await signPdf(tinyPdf(), signer);
  writeFileSync(file('good.pdf'), signed);
  signed[signed.indexOf('Competent')]! ^= 1;
  writeFileSync(file('bad.pdf'), signed);
});

describe('the verify command', () => {
  it('passes a valid file and says every step in both languages', async () => {
    const { code, printed } = await run(file('good.pdf'), '--trust', root);
    expect(code).toBe(0);
    expect(printed.match(/✓/g)!.length).toBeGreaterThanOrEqual(9);
    expect(printed).not.toContain('✗');
    expect(printed).toContain('內容與簽署當時完全相同。');
    expect(printed).toContain('The content is exactly what was signed.');
  });

  it('lets no control character of a name reach the terminal', async () => {
    const { printed } = await run(file('good.pdf'), '--trust', root);
    expect(printed).toContain('林�[2J評量');
    expect(printed).not.toContain('\u001b');
  });

  it('answers 1 when one of several files is not valid', async () => {
    const { code, printed } = await run(file('good.pdf'), file('bad.pdf'), '--trust', root);
    expect(code).toBe(1);
    expect(printed).toContain('已遭更動');
  });

  it('prints one line of JSON a file when asked', async () => {
    const { code, printed } = await run('--json', file('bad.pdf'), file('good.pdf'), '--trust', root);
    const reports = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(reports.map(({ outcome }) => outcome)).toEqual(['altered', 'valid']);
    expect(reports[1].attachment).toMatchObject({ name: 'record.json', size: 7 });
  });

  it.each([
    ['no file', ['--trust', root]],
    ['no trust', [file('good.pdf')]],
    ['an unknown option', [file('good.pdf'), '--trust', root, '--loud']],
    ['a file that is not there', [file('none.pdf'), '--trust', root]],
    ['a root that is no certificate', [file('good.pdf'), '--trust', file('good.pdf')]],
  ])('answers 2 for %s', async (_, argv) => {
    expect((await run(...argv)).code).toBe(2);
  });
});
