import { looksLike } from './same-person.js';

const known = { name: '林小美', email: 'mei@example.tw' };

describe('looksLike', () => {
  test.each([
    ['the same name', '林小美', null, null],
    ['a name with spaces between', '林 小　美', null, null],
    ['a name with an invisible character', '林\u200b小美', null, null],
    ['an address in capitals', '王主管', 'MEI@Example.TW', null],
    ['an address in full width', '王主管', 'ｍｅｉ＠ｅｘａｍｐｌｅ．ｔｗ', null],
    ['an address among other contacts', '王主管', null, '電話：02-1234-5678、信箱：<mei@example.tw>'],
    ['an address as a link', '王主管', null, 'mailto:mei@example.tw'],
    ['an address with an invisible character', '王主管', null, 'm\u200dei@example.tw'],
  ])('knows a person by %s', (_, name, email, contact) => {
    expect(looksLike({ name, email, contact }, known)).toBe(true);
  });

  test.each([
    ['another name', '王主管', null, null],
    ['the name with something that tells namesakes apart', '林小美（稽核室）', null, null],
    ['an address that ends alike', '王主管', 'amei@example.tw', null],
    ['an address that begins alike', '王主管', null, 'mei@example.tw.example.com'],
    ['nothing at all', null, null, null],
    ['blanks', ' \u3000', ' ', '\u200b'],
  ])('tells a person apart by %s', (_, name, email, contact) => {
    expect(looksLike({ name, email, contact }, known)).toBe(false);
  });

  test('takes no blank for another blank', () => {
    expect(looksLike({ name: '', email: '', contact: '' }, { name: ' ', email: '' })).toBe(false);
    expect(looksLike({ name: null, email: null }, { name: null, email: null })).toBe(false);
  });

  test('ignores case and hyphens of names in Latin letters', () => {
    expect(looksLike({ name: 'LIN Mei-Ling', email: null }, { name: 'Lin Mei Ling', email: null })).toBe(true);
  });
});
