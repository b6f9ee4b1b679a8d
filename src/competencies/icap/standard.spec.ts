import { seedText, standard, standards, whole, type Seed } from '../../../test/support/icap-seeds.js';

const tasksOf = (name: Seed) => standard(seedText(name)).duties.flatMap((duty) => duty.tasks);
const task = (name: Seed, code: string) => tasksOf(name).find((item) => item.code === code)!;
const text = (items: { code: string; text: string }[], code: string) => items.find((item) => item.code === code)?.text;
const reportOf = (name: Seed) => whole(seedText(name)).report;

test.each([
  ['BAS2421-003v2', [4, 12, 8, 31, 4, 28, 28, 29, 20, 6, 1, 2]],
  ['BAS4222-002v2', [2, 4, 4, 15, 2, 5, 5, 10, 8, 4, 2, 3]],
  ['KPS4999-001v3', [2, 5, 9, 13, 5, 20, 17, 18, 10, 6, 1, 4]],
  ['KPS5294-001v2', [3, 13, 1, 37, 3, 19, 12, 19, 13, 6, 0, 1]],
] as const)('%s imports with every item counted', (name, expected) => {
  const counts = reportOf(name).counts;
  const keys = ['duties', 'tasks', 'outputs', 'indicators', 'competence_blocks', 'knowledge', 'knowledge_codes'];
  keys.push('skills', 'skill_codes', 'attitudes', 'notes', 'supplementary');
  expect(keys.map((key) => counts[key])).toEqual(expected);
});

test.each(standards)('%s has every code that its source prints, and no other', (name) => {
  const source = seedText(name).replace(/【註\d】/g, '');
  const printed = new Set(
    [...source.matchAll(/(?<![A-Za-z0-9])([TOP]\.?\d(?:\.\d)*|[KSA]\d\d)(?!\d)/g)].map((m) => m[1]),
  );
  const { duties, competence_blocks: blocks, attitudes } = standard(source);
  const tasks = duties.flatMap((duty) => duty.tasks);
  const read = [
    ...duties,
    ...tasks,
    ...tasks.flatMap((item) => [...item.outputs, ...item.indicators]),
    ...blocks.flatMap((block) => [...block.knowledge, ...block.skills]),
    ...attitudes,
  ].map((item) => item.raw_code ?? item.code);
  expect(new Set(read)).toEqual(printed);
});

test('BAS4222-002v2 gives its whole identity', () => {
  const { notes, supplementary, ...document } = standard(seedText('BAS4222-002v2'));
  const identity = { ...document, duties: [], competence_blocks: [], attitudes: [] };
  expect(identity).toEqual({
    kind: 'occupational_competency_standard',
    code: 'BAS4222-002v2',
    title: '客戶服務助理職能基準',
    name: { choice: 'occupation', value: '客戶服務助理' },
    versions: [
      {
        version: 2,
        code: 'BAS4222-002v2',
        name: '客戶服務助理',
        status: 'current',
        superseded_by: null,
        date: '2020-12-31',
        update_note: '略',
      },
      {
        version: 1,
        code: 'BAS4222-002v1',
        name: '客戶服務助理',
        status: 'historical',
        superseded_by: 'BAS4222-002v2',
        date: '2017-12-31',
        update_note: '已被《BAS4222-002v2》取代',
      },
    ],
    classification: {
      category: { path: ['企業經營管理', '行政支援'], code: 'BAS' },
      occupation: { path: ['接待員及服務台事務人員'], code: '4222' },
      industry: { path: ['支援服務業', '行政支援服務業'], code: 'N8209' },
    },
    job_description: '依照組織規定的客服作業流程，協助客戶服務並處理相關資料。',
    standard_level: 2,
    duties: [],
    competence_blocks: [],
    attitudes: [],
  });
  expect(notes[0]).toEqual({
    number: 1,
    term: '組織經營策略和程序',
    text: '組織經營策略和程序：如客戶服務、處理客戶投訴、分配的義務和責任、客戶退貨和退款、禮券等。',
  });
  expect(supplementary.map((bullet) => bullet.text.slice(0, 8))).toEqual([
    '建議擔任此職類/',
    '【註1】組織經營',
    '【註2】與業務有',
  ]);
});

test('an indicator broken over a page is joined with nothing between its pieces', () => {
  expect(text(task('BAS4222-002v2', 'T2.1').indicators, 'P2.1.3')).toBe('協助整理符合業務需求的報告。');
  expect(text(task('KPS5294-001v2', 'T2.5').indicators, 'P2.5.3')).toBe('更新既有的聯繫資訊，修正錯誤和遺漏。');
  expect(text(standard(seedText('KPS5294-001v2')).competence_blocks[0]!.knowledge, 'K05')).toBe(
    '組織使命、企業目標和道德標準知識',
  );
});

test('note marks leave the text and become references', () => {
  const { competence_blocks: blocks } = standard(seedText('BAS4222-002v2'));
  expect(blocks[0]!.knowledge).toEqual([
    { code: 'K01', text: '客戶關係管理概念', note_refs: [] },
    { code: 'K02', text: '組織經營策略和程序', note_refs: [1] },
    { code: 'K03', text: '與業務有關組織政策與法規', note_refs: [2] },
  ]);
  expect(reportOf('BAS4222-002v2').notes_referenced.map((finding) => finding.params)).toEqual([
    { number: 1, codes: ['K02'] },
    { number: 2, codes: ['K03'] },
  ]);
});

test('a block spans the tasks that share its level cell', () => {
  const blocks = (name: Seed) =>
    standard(seedText(name)).competence_blocks.map(({ tasks, level }) => [level, ...tasks]);
  expect(blocks('BAS4222-002v2')).toEqual([
    [2, 'T1.1', 'T1.2', 'T1.3'],
    [2, 'T2.1'],
  ]);
  expect(blocks('KPS4999-001v3')).toEqual([
    [2, 'T1.1'],
    [3, 'T1.2'],
    [2, 'T1.3'],
    [2, 'T2.1'],
    [2, 'T2.2'],
  ]);
});

test('O.2.1.1 is read as O2.1.1 and keeps its printed code', () => {
  expect(task('BAS2421-003v2', 'T2.1').outputs).toEqual([
    { code: 'O2.1.1', text: '客戶服務措施分析報告', raw_code: 'O.2.1.1' },
  ]);
  expect(reportOf('BAS2421-003v2').codes_normalised.map(({ line, params }) => [line, params.raw, params.code])).toEqual(
    [
      [25, 'O.2.1.1', 'O2.1.1'],
      [26, 'O.2.2.1', 'O2.2.1'],
    ],
  );
});

test('an indicator goes to the task that its code names, not to the row it is printed on', () => {
  expect(task('BAS2421-003v2', 'T3.2').indicators.map((item) => item.code)).toEqual(['P3.2.1', 'P3.2.2']);
  expect(reportOf('BAS2421-003v2').row_code_mismatches).toEqual([
    {
      kind: 'row_code_mismatch',
      line: 35,
      column: 4,
      params: { code: 'P3.2.2', row: ['T3.3'], parent: 'T3.2' },
      text: 'P3.2.2',
    },
  ]);
});

test('a cell with two tasks gives both', () => {
  expect(text(tasksOf('BAS2421-003v2'), 'T4.1')).toBe('找出適切的交叉銷售機會');
  expect(task('BAS2421-003v2', 'T4.2')).toMatchObject({
    text: '轉介適當的服務銷售',
    level: 3,
    indicators: [{ code: 'P4.2.1' }, { code: 'P4.2.2' }],
  });
  expect(reportOf('BAS2421-003v2').cells_with_two_tasks[0]).toMatchObject({
    line: 36,
    params: { codes: ['T4.1', 'T4.2'] },
  });
});

test('wordings and equal texts are told and never merged', () => {
  const { competence_blocks: blocks } = standard(seedText('BAS2421-003v2'));
  expect(text(blocks[0]!.skills, 'S04')).toBe('自我管理能力的');
  expect(text(blocks[1]!.skills, 'S04')).toBe('自我管理技能');
  const { wording_variants, duplicate_texts } = reportOf('BAS2421-003v2');
  expect(wording_variants.map(({ params }) => params.code)).toEqual(['S04']);
  expect(duplicate_texts.map(({ params }) => params.codes)).toEqual([
    ['K01', 'K27'],
    ['K05', 'K28'],
    ['S05', 'S17'],
  ]);
});

test('a version without a number is version 1', () => {
  expect(standard(seedText('KPS5294-001v2')).versions[1]).toMatchObject({
    version: 1,
    code: 'KPS5294-001',
    name: '客戶行銷人員',
    superseded_by: 'KPS5294-001v2',
  });
});

test('the second attitude heading changes nothing', () => {
  const { attitudes } = standard(seedText('BAS2421-003v2'));
  expect(attitudes.map((item) => item.name)).toEqual([
    '謹慎細心',
    '持續學習',
    '追求卓越',
    '彈性',
    '主動積極',
    '好奇開放',
  ]);
  expect(attitudes[5]!.text).toBe('好奇開放：容易受到複雜新穎的事物吸引，且易於接受新觀念的傾向。');
});

describe('the document from an OCR run', () => {
  const document = standard(seedText('KPS4999-001v3'));
  const { report } = whole(seedText('KPS4999-001v3'));

  test('joins every column over its lines and pages', () => {
    expect(document.duties.map((duty) => duty.text)).toEqual(['協助銷售業務', '銷售資料建檔']);
    expect(document.duties.flatMap((duty) => duty.tasks).map((item) => [item.code, item.text])).toEqual([
      ['T1.1', '彙整銷售參考文件'],
      ['T1.2', '協助處理合約書/訂單'],
      ['T1.3', '協助售後服務'],
      ['T2.1', '建立及維護銷售資料'],
      ['T2.2', '彙整及製作銷售報告文件'],
    ]);
    expect(text(task('KPS4999-001v3', 'T1.2').outputs, 'O1.2.2')).toBe('付款方式及相關說明文件');
    expect(text(task('KPS4999-001v3', 'T2.2').indicators, 'P2.2.2')).toBe(
      '定期或依主管指示，協助整理符合銷售業務需求資料，提供銷售報告文件，供組織相關人員參考。',
    );
  });

  test('joins values that lie over two columns', () => {
    expect(document.classification).toEqual({
      category: { path: ['行銷與銷售', '專業銷售'], code: 'KPS' },
      occupation: { path: ['其他未分類事務支援人員'], code: '4999' },
      industry: { path: ['專業、科學及技術服務業', '企業總管理機構及管理顧問業'], code: 'M7020' },
    });
  });

  test('tells what was probably misread and changes no letter of it', () => {
    expect(report.suspected_ocr_errors.map(({ kind, line }) => [kind, line])).toEqual([
      ['stray_cell', 14],
      ['header_unreadable', 25],
      ['broken_note_reference', 19],
      ['suspected_character', 66],
    ]);
    expect(text(task('KPS4999-001v3', 'T1.1').indicators, 'P1.1.1')).toBe('依主管指示，蒐集組織所屬產業現況 【註11.');
    expect(document.attitudes[5]!.text).toContain('利用目積極參與');
    expect(report.suspected_ocr_errors[3]!.params).toEqual({ code: 'A06', char: '目', likely: '且' });
  });

  test('repairs half-width punctuation everywhere and tells where', () => {
    expect(JSON.stringify(document)).not.toMatch(/\p{Script=Han}[·,:;]/u);
    expect(document.supplementary[1]!.text).toBe('其他補充說明：');
    expect(document.attitudes[0]!.name).toBe('親和力');
    expect(report.repaired_punctuation).toHaveLength(22);
  });

  test('nests its supplementary bullets', () => {
    expect(document.supplementary.map((bullet) => bullet.children.length)).toEqual([0, 2]);
    expect(document.notes).toEqual([
      {
        number: 1,
        term: '產業現況',
        text: '產業現況：含現行法規、競爭者產品及服務資訊、商業模式及發展趨勢等。',
      },
    ]);
  });
});

test('punctuation of a document without the OCR mark stays as printed', () => {
  expect(text(task('KPS5294-001v2', 'T3.2').indicators, 'P3.2.2')).toBe('確認關鍵績效指標 (KPI)、政策和程序。');
  expect(reportOf('KPS5294-001v2').repaired_punctuation).toEqual([]);
});
