import { locales } from '../../i18n/i18n.js';
import { importTexts } from '../../i18n/import.js';
import { parseIcap } from './parse.js';
import { sentence } from './report.js';
import { changed, faultsOf, seedText, unit } from '../../../test/support/icap-seeds.js';

const standard = 'BAS4222-002v2';

test.each<[string, string | RegExp, string, string]>([
  ['an indicator’s code is missing', 'P1.2.3依據', '依據', 'numbering_gap@28'],
  ['the last indicator’s code of a cell is missing', 'P1.2.5於', '於', 'code_missing@28'],
  ['a task’s code is missing', 'T1.2回覆', '回覆', 'numbering_gap@29'],
  ['a duty’s code is missing', 'T1與', '與', 'text_without_code@23'],
  ['a knowledge code is missing', 'K02組織', '組織', 'numbering_gap@23'],
  ['an attitude’s code is missing', 'A04謹慎', '謹慎', 'code_missing@44'],
  ['an indicator’s code is there twice', 'P1.2.3依據', 'P1.2.2依據', 'code_duplicated@28'],
  ['a task’s code is there twice', 'T1.3協助', 'T1.2協助', 'code_duplicated@29'],
  ['a knowledge code is there twice in one block', 'K02組織', 'K01組織', 'code_duplicated@23'],
  ['an attitude’s code is there twice', 'A02親', 'A01親', 'code_duplicated@40'],
  ['numbering skips an indicator', 'P1.1.4詳', 'P1.1.5詳', 'numbering_gap@27'],
  ['numbering skips a skill', 'S08時間', 'S09時間', 'numbering_gap@30'],
  ['numbering starts at nought', 'P1.1.1依', 'P1.1.0依', 'numbering_repeated@23'],
  ['an indicator names a task that is not there', 'P1.1.4詳', 'P1.4.1詳', 'item_without_task@27'],
  ['an output names a task that is not there', 'O2.1.1客', 'O2.2.1客', 'item_without_task@30'],
  ['a task names a duty that is not there', 'T2.1維護', 'T3.1維護', 'task_without_duty@30'],
  ['a code has no text', 'O1.1.1客戶服務紀錄', 'O1.1.1', 'text_missing@23'],
  ['a code stands in another column', 'T1.1提供', 'P1.1.1提供', 'code_unexpected@23'],
  ['a code lacks a digit', 'K01客戶', 'K1客戶', 'code_unexpected@23'],
  ['the prefix differs', '職類別代碼 | BAS', '職類別代碼 | KPS', 'prefix_disagrees@12'],
  ['the occupation digits differ', '職業別代碼 | 4222', '職業別代碼 | 4223', 'occupation_disagrees@12'],
  ['the code’s version is in no row', '| | BAS4222-002v2 |', '| | BAS4222-002v3 |', 'version_unlisted@12'],
  ['the code is none', '| | BAS4222-002v2 |', '| | 客戶服務 |', 'code_invalid@12'],
  ['the version cell differs from its code', '| v1 |', '| v3 |', 'version_disagrees@8'],
  ['a version is listed twice', 'v1 | BAS4222-002v1', 'v2 | BAS4222-002v2', 'version_duplicated@8'],
  ['the latest version is missing', '最新版本', '歷史版本', 'latest_version_missing@7'],
  ['two versions are the latest', '歷史版本', '最新版本', 'latest_version_repeated@8'],
  [
    'a version is superseded by one that is not listed',
    '《BAS4222-002v2》',
    '《BAS4222-002v9》',
    'supersession_unknown@8',
  ],
  ['a version is superseded by itself', '《BAS4222-002v2》', '《BAS4222-002v1》', 'supersession_broken@8'],
  ['a historical version has no successor', '已被《BAS4222-002v2》取代', '略', 'supersession_missing@8'],
  ['a date is in no calendar', '2017/12/31', '2017/02/30', 'version_date_invalid@8'],
  ['a status is unknown', '歷史版本', '舊版本', 'version_status_unknown@8'],
  ['the standard’s level is none', '基準級別 | | 2 |', '基準級別 | | 9 |', 'level_invalid@19'],
  ['a block’s level is none', /\| 2 \| <p>K01/, '| 高 | <p>K01', 'level_invalid@23'],
  ['a block’s level is missing', /\| 2 \| <p>K01/, '| | <p>K01', 'task_without_level@23'],
  ['both 職類 and 職業 are filled', '| 職類 | | |', '| 職類 | 客服 | |', 'name_ambiguous@14'],
  ['neither 職類 nor 職業 is filled', '| 職業 | 客戶服務助理 |', '| 職業 | |', 'name_missing@14'],
  ['the name differs from its version row', '| 職業 | 客戶服務助理 |', '| 職業 | 客服 |', 'version_name_differs@7'],
  ['the description is missing', /\| 工作描述 .*\n/, '', 'field_missing@1'],
  ['the attitudes are missing', /職能內涵 \(A=[^]*?(?=說明與)/, '', 'section_missing@1'],
  ['the end is cut off', /說明與補充事項[^]*/, '', 'section_missing@1'],
  ['the versions are missing', /\| 版本 \|[^]*?取代.*\n/, '', 'section_missing@1'],
  ['notes skip a number', '- 【註2】', '- 【註3】', 'numbering_gap@50'],
  ['a note is there twice', '- 【註2】', '- 【註1】', 'code_duplicated@50'],
  [
    'bullets nest too deep',
    /$/,
    Array.from({ length: 9 }, (_, i) => `\n${' '.repeat(i)}- 深`).join(''),
    'bullets_too_deep@59',
  ],
  ['text stands outside of every section', '客戶服務助理職能基準', '客戶服務助理職能基準\n多餘', 'text_unplaced@4'],
])('a standard is refused when %s', (_, from, to, fault) => {
  expect(faultsOf(changed(standard, from, to))).toContain(fault);
});

test.each<[string, string | RegExp, string, string]>([
  ['the level differs from its code', '職能單元級別\t5', '職能單元級別\t4', 'unit_level_disagrees@3'],
  ['the level is none', '職能單元級別\t5', '職能單元級別\t五', 'level_invalid@6'],
  ['the code is none', 'KMM5R0915v2', 'KMM9R0915v2', 'code_invalid@3'],
  ['the name is missing', /職能單元名稱.*\n/, '', 'field_missing@1'],
  ['a criterion is missing', '3. 把銷售', '把銷售', 'numbering_gap@7'],
  ['a criterion’s number is there twice', '2. 與利害', '1. 與利害', 'numbering_repeated@7'],
  ['an element is missing', '<p>二、啟動', '<p>啟動', 'numbering_repeated@7'],
  ['a skill is missing', '<p>三、協商和談判技巧，以開發、實施和監控戰略</p>', '', 'numbering_gap@8'],
  ['a heading of the guide is unknown', '三、評量方法', '三、評量程序', 'heading_unknown@13'],
  ['a part of the guide is missing', /<p>三、評量方法.*\n\n\t8.*\n/, '\n', 'section_missing@1'],
  ['a list is missing', /職能內涵 \(K=.*\n/, '', 'section_missing@1'],
  ['a note’s number is skipped', '【註5】', '【註6】', 'numbering_gap@17'],
  ['a bullet is of an unknown sort', '■ 帳務', '◆ 帳務', 'bullet_unknown@15'],
  ['a row has an unknown label', '評量設計參考', '評量', 'text_unplaced@13'],
])('a unit is refused when %s', (_, from, to, fault) => {
  const faults = faultsOf(changed(unit, from, to));
  expect(faults.map((found) => found.replace(/@\d+/, ''))).toContain(fault.replace(/@\d+/, ''));
});

test('every fault says its line, in Chinese and in English, without a gap in the sentence', () => {
  const result = parseIcap(changed(standard, 'P1.1.4詳', 'P1.1.5詳'));
  if (result.ok) throw new Error('must be refused');
  expect(result.faults).toHaveLength(1);
  expect(result.faults[0]).toMatchObject({ kind: 'numbering_gap', line: 27, column: 4 });
  expect(sentence(result.faults[0]!, 'zh-TW')).toBe('編號不連續：缺少 P1.1.4（P1.1.5 之前）。');
  expect(sentence(result.faults[0]!, 'en')).toBe('The numbering has a gap before P1.1.5: missing P1.1.4.');
  expect(result.report.broken_invariants).toEqual(result.faults);
});

test('every sentence uses the same parameters in every language', () => {
  const marks = (text: string) => new Set(text.match(/\{\w+\}/g));
  for (const kind of Object.keys(importTexts.en) as (keyof typeof importTexts.en)[]) {
    const [zh, en] = locales.map((locale) => marks(importTexts[locale][kind]));
    expect([kind, en]).toEqual([kind, zh]);
  }
});

test('all faults of a document come at once, in the order of its lines', () => {
  const source = seedText(standard).replace('P1.2.3依據', '依據').replace('最新版本', '歷史版本').replace('A04', 'A05');
  const faults = faultsOf(source);
  expect(faults).toEqual(expect.arrayContaining(['latest_version_missing@7', 'numbering_gap@28', 'numbering_gap@44']));
  expect(faults).toEqual([...faults].sort((a, b) => Number(a.split('@')[1]) - Number(b.split('@')[1])));
});
