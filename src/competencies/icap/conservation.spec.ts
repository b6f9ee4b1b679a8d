import { competencyUnit, seedText, standard, standards, unit } from '../../../test/support/icap-seeds.js';

// The counting here knows nothing of the reader: it strips markup, labels, codes and levels from the raw source.
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [char] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

const withoutMarkup = (text: string) => text.replace(/<[^>]*>/g, ' ').replace(/【註\d】/g, '');

// Bullets hold their notes, so the list of notes would count them twice.
function textsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textsIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' ? String(inner) : key === 'notes' ? '' : textsIn(inner)))
    .join('');
}

test.each(standards)('every letter of the body, attitudes and notes of %s is in the document', (name) => {
  const lines = seedText(name).split('\n');
  const start = lines.findIndex((line) => line.includes('主要職責'));
  const printed = lines
    .slice(start)
    .filter((line) => !/職能內涵 ?\(|職能內涵\t|\(K=|^說明與補充事項$/.test(line))
    .map((line) => {
      const cells = line.split(line.startsWith('|') ? '|' : '\t').map((cell) => cell.trim());
      return cells.filter((cell) => !/^\d$/.test(cell)).join('\t');
    })
    .join('\n');
  const codeless = withoutMarkup(printed).replace(/(?<!\S|\{)(?:[TOP]\.?\d(?:\.\d)+|T\d|[KSA]\d\d)/g, '');
  expect(letters(codeless).size).toBeGreaterThan(100);
  expect(letters(withoutMarkup(textsIn(standard(seedText(name)))))).toEqual(letters(codeless));
});

test('every letter of the lists and notes of the unit is in the document', () => {
  const lines = seedText(unit).split('\n');
  const printed = lines
    .slice(lines.findIndex((line) => line.startsWith('工作任務與行為指標')))
    .map((line) => line.replace(/^[^\t]*\t/, ''))
    .join('\n');
  const codeless = withoutMarkup(printed)
    .replace(/(?<!\S)[一二三四五六七八九十]+、/g, ' ')
    .replace(/(?<!\S)\d+\. /g, ' ')
    .replace(/評量之關鍵面向\/能力證明之證據|評量所需情境與特定資源|(?<=\s)評量方法(?=\s)/g, '');
  const { notes, ...lists } = competencyUnit(seedText(unit));
  expect(letters(textsIn(lists) + textsIn([notes]))).toEqual(letters(codeless));
});
