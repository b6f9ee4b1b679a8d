import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { sha256 } from '../common/ids.js';
import { contentSha256 } from './content-hash.js';

const item = { form: 'text', title: '客訴', producedOn: '2026-01-10', url: null, statement: '內容' } as const;

describe('the hash of what a declaration vouches for', () => {
  test('is that of canonical JSON, whatever the words', () => {
    const text = fc.string({ unit: 'binary' });
    const words = fc.record({ title: text, statement: fc.option(text), url: fc.option(text) });
    fc.assert(
      fc.property(words, fc.array(text), (changes, hashes) => {
        const content = { ...item, ...changes };
        const files = hashes.map((hash) => ({ sha256: hash }));
        expect(contentSha256(content, files)).toBe(sha256(canonicalize({ ...content, files: hashes })!));
      }),
    );
  });

  test.each([
    ['the form', { form: 'document' }],
    ['the title', { title: '客訴 2' }],
    ['the date', { producedOn: null }],
    ['the address', { url: 'https://example.tw' }],
    ['the words', { statement: null }],
  ] as const)('changes with %s', (_, change) => {
    expect(contentSha256({ ...item, ...change }, [])).not.toBe(contentSha256(item, []));
  });

  test('changes with the files and their order, and with nothing else', () => {
    const [a, b] = [{ sha256: 'a', name: 'x' }, { sha256: 'b' }];
    const hashes = [contentSha256(item, [a, b]), contentSha256(item, [b, a]), contentSha256(item, [a])];
    expect(new Set(hashes).size).toBe(3);
    expect(contentSha256({ ...item, number: 2 } as typeof item, [{ sha256: 'a' }])).toBe(hashes[2]);
  });
});
