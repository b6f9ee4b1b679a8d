import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { sha256 } from '../common/ids.js';
import { contentSha256 } from './content-hash.js';
import { freshItem } from './fresh.js';

const words = { form: 'text', title: '客訴', producedOn: '2026-01-10', url: null, statement: '內容' } as const;
const item = { ...freshItem, ...words };
const part = { groupWork: true, candidatePart: '資料清理' };
const reason = { othersData: true, othersDataReason: '已取得同意' };

describe('the hash of what a declaration vouches for', () => {
  test('is that of canonical JSON, whatever the words', () => {
    const text = fc.string({ unit: 'binary' });
    const changed = fc.record({ title: text, statement: fc.option(text), url: fc.option(text) });
    fc.assert(
      fc.property(changed, fc.array(text), (changes, hashes) => {
        const content = { ...words, ...changes };
        const files = hashes.map((hash) => ({ sha256: hash }));
        expect(contentSha256({ ...freshItem, ...content }, files)).toBe(
          sha256(canonicalize({ ...content, files: hashes })!),
        );
      }),
    );
  });

  test.each([
    ['the form', { form: 'document' }],
    ['the title', { title: '客訴 2' }],
    ['the date', { producedOn: null }],
    ['the address', { url: 'https://example.tw' }],
    ['the words', { statement: null }],
    ['work in a group', { groupWork: true }],
    ['the candidate’s part in it', part],
    ['being a copy', { copy: true }],
    ['data of others', { othersData: true }],
    ['the reason to keep them readable', reason],
  ] as const)('changes with %s', (_, change) => {
    expect(contentSha256({ ...item, ...change }, [])).not.toBe(contentSha256(item, []));
  });

  test('covers circumstances by their names, and is without any what it was before they could be told', () => {
    const content = { ...words, ...part, copy: true, ...reason };
    expect(contentSha256({ ...freshItem, ...content }, [])).toBe(sha256(canonicalize({ ...content, files: [] })!));
    expect(contentSha256(item, [])).toBe('b7a5bbfe6607ad47a8afe1935199a8f69ceee143c5569d5d6d33fe679a200787');
    const asSqliteHasThem = { groupWork: 1, copy: 1, othersData: 0 } as unknown as { groupWork: boolean };
    const asTheyAre = { groupWork: true, copy: true, othersData: false };
    expect(contentSha256({ ...item, ...asSqliteHasThem }, [])).toBe(contentSha256({ ...item, ...asTheyAre }, []));
  });

  test('changes with the files and their order, and with nothing else', () => {
    const [a, b] = [{ sha256: 'a', name: 'x' }, { sha256: 'b' }];
    const hashes = [contentSha256(item, [a, b]), contentSha256(item, [b, a]), contentSha256(item, [a])];
    expect(new Set(hashes).size).toBe(3);
    expect(contentSha256({ ...item, number: 2 } as typeof item, [{ sha256: 'a' }])).toBe(hashes[2]);
  });
});
