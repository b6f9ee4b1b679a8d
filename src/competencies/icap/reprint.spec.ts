import fc from 'fast-check';
import {
  asFullWidthCodes,
  asMarkdown,
  asTabs,
  withBrokenValues,
  withOtherBreaks,
} from '../../../test/support/icap-reprint.js';
import {
  changed,
  competencyUnit,
  seeds,
  seedText,
  standard,
  standards,
  unit,
  whole,
} from '../../../test/support/icap-seeds.js';

const documentOf = (source: string) => whole(source).document;

function withoutRawCodes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'raw_code' ? undefined : inner)));
}

test.each(seeds)('%s is the same document with pipes, with tabs, with CRLF and with a byte order mark', (name) => {
  const source = seedText(name);
  const expected = documentOf(source);
  for (const copy of [
    asMarkdown(source),
    asTabs(source),
    source.replaceAll('\n', '\r\n'),
    source.replaceAll('\n', '\r'),
    `\uFEFF${source}`,
    source.replaceAll('\n', '\n\n'),
    `${source}\n\n|---|:-:|\n`,
    source.replaceAll('V3', 'v3').replaceAll(/(?<!《.*)(?<=-00\d)v/g, 'V'),
  ]) {
    expect(documentOf(copy)).toEqual(expected);
  }
});

test.each(standards)('%s is the same document with full-width codes', (name) => {
  const copy = asFullWidthCodes(seedText(name));
  expect(copy).toContain('Ｐ１．１．１');
  expect(withoutRawCodes(documentOf(copy))).toEqual(withoutRawCodes(documentOf(seedText(name))));
});

test.each(standards)('%s is the same document however its rows and pages break', (name) => {
  const expected = documentOf(seedText(name));
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const choose = (below: number) => (numbers.next().value ?? 0) % below;
      const copy = withOtherBreaks(withOtherBreaks(seedText(name), choose), choose);
      expect(documentOf(copy)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('the unit is the same document however its values break over rows', () => {
  const expected = documentOf(seedText(unit));
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const copy = withBrokenValues(seedText(unit), (below) => (numbers.next().value ?? 0) % below);
      expect(documentOf(copy)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test('notes printed in another order are the same notes', () => {
  const source = seedText('BAS4222-002v2');
  const [first, second] = source.split('\n').slice(-2);
  const copy = source.replace(`${first}\n${second}`, `${second}\n${first}`);
  expect(copy).not.toBe(source);
  expect(standard(copy).notes).toEqual(standard(source).notes);
  expect(standard(copy).supplementary.map((bullet) => bullet.text.slice(0, 4))).toEqual([
    '建議擔任',
    '【註2】',
    '【註1】',
  ]);
  expect(whole(copy).report.notes_referenced.map(({ kind }) => kind)).toContain('notes_reordered');

  const unitSource = seedText(unit);
  const note2 = /<p>【註2】.*?(?=<p>【註3】)/.exec(unitSource)![0];
  const moved = unitSource.replace(note2, '').replace('<p>【註4】', () => `${note2}<p>【註4】`);
  expect(competencyUnit(moved)).toEqual(competencyUnit(unitSource));
});

test('a value and a name may be printed in other cells', () => {
  const moved = changed('KPS4999-001v3', '行銷與銷\t售 / 專業銷售', '\t行銷與銷售 / 專業銷售');
  expect(documentOf(moved)).toEqual(documentOf(seedText('KPS4999-001v3')));
  const asCategory = changed(
    'BAS4222-002v2',
    /\| 職類 \|.*\n\| \| \| 職業 \| 客戶服務助理 \|/,
    '| 職類 | 客戶服務助理 | |\n| | | 職業 | |',
  );
  expect(standard(asCategory).name).toEqual({ choice: 'category', value: '客戶服務助理' });
});

test('a description that runs over rows is one text', () => {
  const copy = changed('BAS2421-003v2', '以企劃創新和制訂', '以企劃創新\t\t\t\n\t\t和制訂');
  expect(documentOf(copy)).toEqual(documentOf(seedText('BAS2421-003v2')));
});

test('a version may be printed without its number', () => {
  const copy = changed('BAS4222-002v2', 'v1 | BAS4222-002v1', '| BAS4222-002');
  expect(standard(copy).versions[1]).toMatchObject({ version: 1, code: 'BAS4222-002' });
});

test('a historical version is read and told as one', () => {
  const copy = changed('BAS4222-002v2', '| | BAS4222-002v2 |', '| | BAS4222-002v1 |');
  expect(whole(copy).report.other.map(({ kind }) => kind)).toEqual(['not_latest_version']);
});

test('another document of the same shape is read', () => {
  const copy = seedText('BAS4222-002v2')
    .replaceAll('BAS4222-002', 'ABC9876-123')
    .replace('| BAS |', '| ABC |')
    .replace('| 4222 |', '| 9876 |')
    .replaceAll('客戶', '來賓');
  expect(standard(copy)).toMatchObject({ code: 'ABC9876-123v2', title: '來賓服務助理職能基準' });
});

test('numbers of two digits are read as such', () => {
  const more = Array.from({ length: 11 }, (_, i) => `<p>P1.3.${i + 4}第${i + 4}項指標。</p>`).join('');
  const copy = changed('BAS4222-002v2', /(?<=P1\.3\.3詳細正確記錄客戶服務內容。<\/p>)/, more);
  const codes = standard(copy).duties[0]!.tasks[2]!.indicators.map((item) => item.code);
  expect(codes.slice(-2)).toEqual(['P1.3.13', 'P1.3.14']);
});

test('HTML that is no paragraph or list stays out of the text, and what is no tag stays in', () => {
  const copy = changed(
    'BAS4222-002v2',
    '客戶關係管理概念',
    '<b onclick="x">客戶</b>關係<script>1 < 2 &amp; 3</script>',
  );
  expect(standard(copy).competence_blocks[0]!.knowledge[0]!.text).toBe('客戶關係1 < 2 &amp; 3');
});

test('a lost code after a whole sentence on another page is told', () => {
  const { report } = whole(changed('BAS4222-002v2', 'P1.1.4詳', '詳'));
  expect(report.pieces_joined.map(({ kind }) => kind)).toContain('doubtful_join');
});

test('a level that runs on into the next duty is told', () => {
  const copy = changed(
    'BAS4222-002v2',
    /\| 2 \| <p>K04.*/,
    '| | <p>K04資料庫</p> | <p>S07報告</p><p>S08時間</p> |',
  ).replace(/^\| \| \| \| 告。.*$/m, '| | | | 告。 | | <p>K05資料</p> | |');
  expect(whole(copy).report.row_code_mismatches.map(({ kind, line }) => [kind, line])).toEqual([
    ['block_over_duties', 30],
  ]);
});
