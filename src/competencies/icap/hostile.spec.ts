import fc from 'fast-check';
import { standardSource } from '../../../test/factories/icap-document.js';
import { parseIcap, parseIcapFile, maxSourceBytes } from './parse.js';
import { faultsOf, seeds, seedText, standard, whole } from '../../../test/support/icap-seeds.js';

const megabytes = 8 * 1024 * 1024;

test('what is no iCAP document is refused as such', () => {
  for (const source of ['', '\n\n', 'hello', '{"kind":"competency_unit"}', '一般的文章，沒有欄位。']) {
    expect(faultsOf(source)).toEqual(['not_icap@1']);
  }
  expect(faultsOf(seedText('BAS4222-002v2') + seedText('KMM5R0915v2'))).toEqual([
    expect.stringMatching(/^mixed_kinds/),
  ]);
});

test('binary, broken and turned text is refused with its line', () => {
  expect(faultsOf('a\nb\u0000')).toEqual(['not_text@2']);
  expect(faultsOf('a\n\nb\uD800')).toEqual(['not_text@3']);
  expect(faultsOf(`${seedText('BAS4222-002v2')}\u202E`)).toEqual(['not_text@50']);
  expect(parseIcapFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff]))).toMatchObject({
    faults: [{ kind: 'not_utf8' }],
  });
});

test('a file in UTF-16 with its mark is read', () => {
  const bytes = Buffer.from(`\uFEFF${seedText('KMM5R0915v2')}`, 'utf16le');
  expect(parseIcapFile(bytes)).toMatchObject({ ok: true, document: { code: 'KMM5R0915v2' } });
});

test('a source over the limit is refused before it is read', () => {
  expect(faultsOf('字'.repeat(maxSourceBytes / 3 + 1))).toEqual(['source_too_large@1']);
  expect(parseIcapFile(new Uint8Array(maxSourceBytes + 1))).toMatchObject({ faults: [{ kind: 'source_too_large' }] });
});

const seed = seedText('BAS4222-002v2');
const unit = seedText('KMM5R0915v2');
const ocr = seedText('KPS4999-001v3');
const fill = (piece: string) => piece.repeat(Math.ceil(megabytes / Buffer.byteLength(piece)));
test.each<[string, string]>([
  ['letters', fill('a')],
  ['characters', fill('職能')],
  ['lines', fill('a\n')],
  ['empty lines', fill('\n')],
  ['tabs', fill('\t')],
  ['pipes', fill('|')],
  ['lines of the form', `職能基準代碼\t\tX\n${fill('職類別\n')}`],
  ['tags that never end', seed.replace('K01客戶', () => `K01${fill('<p')}`)],
  ['one tag that never ends', seed.replace('K01客戶', () => `K01<p ${fill('x')}`)],
  ['marks that never end', seed.replace('K01客戶', () => `K01${fill('^{')}`)],
  ['notes that never end', seed.replace('K01客戶', () => `K01${fill('【註')}`)],
  ['white space', seed.replace('K01客戶', () => `K01${fill(' ')}客`)],
  ['white space in a label', fill(' ') + seed],
  ['codes', seed.replace('K01客戶', () => fill('K01 '))],
  ['codes without space', seed.replace('K01客戶', () => fill('K01'))],
  ['dotted numbers', seed.replace('P1.1.1依', () => fill('P1.1.'))],
  ['labels', seed.replace('基準級別', () => fill('職能級別'))],
  ['a table head', seed.replace('主要職責', () => fill('職能級別'))],
  ['colons', seed.replace('A01主動', () => `A01${fill('：')}`)],
  ['dashes', `${seed}\n${fill('-')}`],
  ['bullets', `${seed}\n${fill(' - x\n')}`],
  ['Chinese numbers', unit.replace('一、應用', () => fill('一、'))],
  ['numbers', unit.replace('1. 為', () => fill(' 1.'))],
  ['round bullets', unit.replace('● 帳務', () => fill('●'))],
  ['middle dots', ocr.replace('依主管指示·', () => fill('依·'))],
  ['suspected characters', ocr.replace('利用目', () => fill('目'))],
])('8 MB of %s are answered, with at most 501 faults', (_, source) => {
  const result = parseIcap(source);
  expect(result.ok ? 0 : result.faults.length).toBeLessThanOrEqual(501);
});

test('the large document of the factory is whole', () => {
  const { counts } = whole(standardSource({ items: 1_400 })).report;
  const { duties, tasks, outputs, indicators, knowledge, skills, attitudes } = counts as Record<string, number>;
  expect(duties! + tasks! + outputs! + indicators! + knowledge! + skills! + attitudes!).toBeGreaterThanOrEqual(1_400);
  const last = standard(standardSource({ items: 1_400 }))
    .duties.at(-1)!
    .tasks.at(-1)!
    .indicators.at(-1)!;
  expect(last.text).toMatch(/並維持品質。$/);
});

test('no string makes the reader throw', () => {
  const pieces = [
    '職能基準代碼',
    '職能單元代碼',
    '版本',
    '狀態',
    '職能內涵 (K=',
    '職能內涵 (A=',
    '說明與補充事項',
    '\t',
    '|',
  ];
  pieces.push(
    '\n',
    'T1',
    'T1.1',
    'P1.1.1',
    'K01',
    'A01',
    '【註1】',
    '2',
    '一、',
    '1. ',
    '●',
    '- ',
    '評量設計參考',
    '工作描述',
  );
  const soup = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }), fc.string()))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(soup, (source) => {
      const result = parseIcap(source);
      if (!result.ok) expect(result.faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('no cut, repeated or dropped line makes the reader throw, and a refusal always has a reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.nat(), fc.nat(), fc.nat({ max: 2 }), (name, at, length, how) => {
      const source = seedText(name);
      const from = at % source.length;
      const part = source.slice(from, from + (length % 200));
      const copy = source.slice(0, from) + part.repeat(how) + source.slice(from + part.length);
      const result = parseIcap(copy);
      expect(result.ok || result.faults.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});
