import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changed } from '../../test/support/icap-seeds.js';
import { main } from './icap.js';

const seed = new URL('../../seeds/KMM5R0915v2.txt', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'icap-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  const written = { out: '', err: '' };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.err += String(text)), true));
  try {
    return { code: await main(argv), ...written };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

test('parse prints the interchange JSON', async () => {
  const { code, out, err } = await run('parse', seed);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ kind: 'competency_unit', code: 'KMM5R0915v2' });
  expect(out).toMatch(/^\{\n {2}"kind"/);
});

test('--report prints the import report', async () => {
  const { code, out } = await run('parse', seed, '--report');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ counts: { criteria: 18 }, broken_invariants: [] });
});

test('a broken document gives every fault with its line in both languages, and nothing on stdout', async () => {
  const file = join(folder, 'broken.txt');
  writeFileSync(file, changed('BAS4222-002v2', 'P1.1.4詳', 'P1.1.5詳'));
  const { code, out, err } = await run('parse', file);
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(
    '第 27 行第 4 格：編號不連續：缺少 P1.1.4（P1.1.5 之前）。\n' +
      '  line 27, cell 4: The numbering has a gap before P1.1.5: missing P1.1.4. [numbering_gap]\n',
  );
});

test('bytes that are no text are a broken document', async () => {
  const file = join(folder, 'binary');
  writeFileSync(file, Buffer.from([0xff, 0x00, 0x80]));
  expect(await run('parse', file)).toMatchObject({ code: 1, out: '' });
});

test('wrong usage and unreadable files give 2', async () => {
  for (const argv of [[], ['parse'], ['print', seed], ['parse', seed, seed], ['parse', seed, '--wrong']]) {
    expect(await run(...argv)).toMatchObject({ code: 2, out: '' });
  }
  expect(await run('parse', join(folder, 'absent'))).toMatchObject({ code: 2, out: '' });
  expect(await run('parse', folder)).toMatchObject({ code: 2, out: '' });
});
