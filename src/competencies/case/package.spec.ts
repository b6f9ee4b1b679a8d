import { caseFaults } from '../../../test/support/case-schema.js';
import { seeds, type Seed, seedText, whole } from '../../../test/support/icap-seeds.js';
import { sha256 } from '../../common/ids.js';
import { documentCode } from '../document-code.js';
import { itemsOf } from '../icap/items.js';
import { type CFPackageView } from './case.view.js';
import { addressesUnder, mayBeOf } from './identifiers.js';
import { packageOf } from './package.js';
import { readPackage } from './read-package.js';

const read = (seed: Seed) => whole(seedText(seed)).document;
const importedAt = '2026-03-01T00:00:00.000Z';

function packed(seed: Seed, host = 'https://a.example'): CFPackageView {
  const content = read(seed);
  const { version } = documentCode(content.code)!;
  const row = { content, code: content.code, version, edition: 1, sourceSha256: sha256(seedText(seed)) };
  const made = packageOf({ ...row, importedAt, correction: null, replaced: false }, addressesUnder(host));
  return JSON.parse(JSON.stringify(made)) as CFPackageView; // as it travels
}

describe.each(seeds)('the CASE package of %s', (seed) => {
  it('is of the published shape', () => {
    expect(caseFaults('CFPackage', packed(seed))).toEqual([]);
  });

  it('gives the whole document back: every text and code, in order', () => {
    expect(readPackage(packed(seed))).toEqual(JSON.parse(JSON.stringify(read(seed))));
  });

  it('has the text and code of every item of the catalogue in the fields of CASE', () => {
    const { CFItems } = packed(seed);
    const lines = CFItems.map(({ humanCodingScheme, fullStatement }) => `${humanCodingScheme} ${fullStatement}`);
    expect(lines).toEqual(expect.arrayContaining(itemsOf(read(seed)).map(({ code, text }) => `${code} ${text}`)));
  });

  it('identifies its items alike wherever the same text was imported, and no two alike', () => {
    const identifiers = (from: CFPackageView) =>
      [from.CFDocument, ...from.CFItems, ...from.CFAssociations].map(({ identifier }) => identifier);
    const here = packed(seed);
    expect(identifiers(packed(seed, 'https://b.example'))).toEqual(identifiers(here));
    expect(new Set(identifiers(here)).size).toBe(identifiers(here).length);
    expect(identifiers(here).every((identifier) => mayBeOf(here.CFDocument.identifier, identifier))).toBe(true);
  });

  it('hangs every item somewhere on its document', () => {
    const { CFDocument, CFItems, CFAssociations } = packed(seed);
    const places = new Set([CFDocument, ...CFItems].map(({ identifier }) => identifier));
    const children = CFAssociations.filter(({ associationType }) => associationType === 'isChildOf');
    expect(children.map(({ originNodeURI }) => originNodeURI.identifier).sort()).toEqual(
      CFItems.map(({ identifier }) => identifier).sort(),
    );
    expect(CFAssociations.every(({ destinationNodeURI }) => places.has(destinationNodeURI.identifier))).toBe(true);
  });
});

describe('a package', () => {
  it('relates knowledge and skills to the tasks they are printed beside', () => {
    const { CFAssociations } = packed('BAS4222-002v2');
    const related = CFAssociations.filter(({ associationType }) => associationType === 'isRelatedTo');
    const tasks = new Set(related.map(({ destinationNodeURI }) => destinationNodeURI.title.split(' ')[0]));
    expect([...tasks].sort()).toEqual(['T1.1', 'T1.2', 'T1.3', 'T2.1']);
  });

  it('is read by its associations, not by the order of its items', () => {
    const shuffled = packed('KMM5R0915v2');
    shuffled.CFItems.reverse();
    shuffled.CFAssociations.reverse();
    expect(readPackage(shuffled)).toEqual(JSON.parse(JSON.stringify(read('KMM5R0915v2'))));
  });

  it('of another kind is refused', () => {
    const other = packed('KMM5R0915v2');
    other.CFDocument.extensions = {};
    expect(() => readPackage(other)).toThrow('not made of an iCAP document');
  });
});
