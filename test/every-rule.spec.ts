import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterRules } from '../src/after-verdict/evaluate-after.js';
import { deletionDates } from '../src/after-verdict/retention.js';
import { locales } from '../src/i18n/i18n.js';
import { ruleTexts } from '../src/i18n/rules.js';
import { ruleIds } from '../src/sufficiency/finding.js';
import { rules } from '../src/sufficiency/rules/list.js';

/** The table of rules, as the domain numbers them (there is no S2). */
const table =
  'V1 V2 V3 V4 V5 S1 S3 S4 S5 S6 S7 S8 S9 S10 S11 A1 A2 A3 A4 A5 A6 C1 C2 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 R1 R2'.split(
    ' ',
  );

const src = resolve(import.meta.dirname, '../src');
const folders = ['sufficiency/rules', 'after-verdict'].map((folder) => join(src, folder));
const specs = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
);

/** R1 gives dates rather than findings, so it is a function of its own. */
const fileOf = (id: string) => (id === 'R1' ? 'retention.ts' : `${id.toLowerCase()}.ts`);

test('the rules are those of the domain, whole and in its order', () => {
  expect([...ruleIds]).toEqual(table);
});

test('every rule is evaluated, exactly once', () => {
  expect(deletionDates).toBeInstanceOf(Function);
  const evaluated = [...rules, ...afterRules].map(({ id }) => id as string);
  expect([...evaluated, 'R1'].sort()).toEqual([...table].sort());
});

describe.each(table)('%s', (id) => {
  test('has a file of its own that names its source', () => {
    const files = folders.map((folder) => join(folder, fileOf(id))).filter((file) => existsSync(file));
    expect(files).toHaveLength(1);
    expect(readFileSync(files[0]!, 'utf8')).toMatch(new RegExp(`Source: domain\\.md [^.]*\\b${id}\\b`));
  });

  test.each(locales)('has a title in %s', (locale) => {
    const texts: Readonly<Record<string, string>> = ruleTexts[locale];
    expect(texts[`title.${id}`]).toMatch(/\S/);
  });

  test('has a table of cases', () => {
    expect(specs.some((text) => text.includes(`describe('${id}: `))).toBe(true);
  });
});
