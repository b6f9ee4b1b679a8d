import { Database } from '../src/database/database.js';
import { CompetencyDocument } from '../src/competencies/competency-document.entity.js';
import { type CFDocumentView, type CFPackageView } from '../src/competencies/case/case.view.js';
import { readPackage } from '../src/competencies/case/read-package.js';
import { caseFaults } from './support/case-schema.js';
import { changed, seedText } from './support/icap-seeds.js';
import { type Persona, World } from './world.js';

const root = '/ims/case/v1p1';
const nobody = '0198c5f0-0000-5000-8000-000000000000';

let world: World;
let reader: Persona;
beforeAll(async () => {
  world = await World.open();
  reader = await world.person('陳受評', ['candidate']);
});
afterAll(() => world?.close());

const documents = async (query = ''): Promise<CFDocumentView[]> =>
  (await reader.get(`${root}/CFDocuments${query}`).expect(200)).body.CFDocuments;
const titles = async (query: string) => (await documents(query)).map(({ title }) => title);
const packageFor = async (code: string): Promise<CFPackageView> => {
  const { id } = (await reader.get(`/competency-documents/by-code/${code}`).expect(200)).body;
  return (await reader.get(`${root}/CFPackages/${id}`).expect(200)).body;
};

describe('the catalogue by CASE 1.1', () => {
  it('lists every document, complete and in the published shape', async () => {
    const { body, headers } = await reader.get(`${root}/CFDocuments`).expect(200);
    expect(caseFaults('CFDocumentSet', body)).toEqual([]);
    expect(body.CFDocuments).toHaveLength(5);
    expect(headers['x-total-count']).toBe('5');
    expect(body.CFDocuments[1]).toMatchObject({
      title: '客戶服務助理職能基準',
      language: 'zh-TW',
      version: '2',
      adoptionStatus: 'Adopted',
      creator: '勞動部勞動力發展署',
      extensions: { touchstone: { code: 'BAS4222-002v2' } },
    });
  });

  it('gives every document whole as a package, which reads back as what is stored', async () => {
    const stored = await world.app.get(Database).read.find(CompetencyDocument, { select: { id: true, content: true } });
    expect(stored).toHaveLength(5);
    for (const { id, content } of stored) {
      const { body } = await reader.get(`${root}/CFPackages/${id}`).expect(200);
      expect(caseFaults('CFPackage', body)).toEqual([]);
      expect(readPackage(body)).toEqual(content);
    }
  });

  it('finds each thing of a package at the address that it names', async () => {
    const { CFDocument, CFItems, CFAssociations, CFDefinitions } = await packageFor('KMM5R0915v2');
    const at = async (uri: string) => {
      expect(uri).toMatch(new RegExp(`^${world.config.publicUrl}/api/ims/case/v1p1/`));
      return (await reader.get(uri.slice(`${world.config.publicUrl}/api`.length)).expect(200)).body;
    };
    const document = await at(CFDocument.uri);
    expect(caseFaults('CFDocument', document)).toEqual([]);
    expect(await at(document.CFPackageURI.uri)).toMatchObject({ CFDocument: { identifier: CFDocument.identifier } });
    const item = await at(CFItems[3]!.uri);
    expect(caseFaults('CFItem', item)).toEqual([]);
    expect(item).toMatchObject({ ...CFItems[3], CFDocumentURI: { identifier: CFDocument.identifier } });
    const association = await at(CFAssociations[3]!.uri);
    expect(caseFaults('CFAssociation', association)).toEqual([]);
    expect(association).toMatchObject(CFAssociations[3]!);
    const types = await at(CFDefinitions.CFItemTypes[0]!.uri);
    expect(caseFaults('CFItemTypeSet', types)).toEqual([]);
    expect(types.CFItemTypes.map(({ typeCode }: { typeCode: string }) => typeCode)).toEqual(['element', 'criterion']);
  });

  it('tells what leads to an item and from it', async () => {
    const { CFItems } = await packageFor('KMM5R0915v2');
    const element = CFItems.find(({ humanCodingScheme }) => humanCodingScheme === 'E2')!;
    const { body } = await reader.get(`${root}/CFItemAssociations/${element.identifier}`).expect(200);
    expect(caseFaults('CFAssociationSet', body)).toEqual([]);
    const children = CFItems.filter(({ humanCodingScheme }) => /^2\.\d+$/.test(humanCodingScheme ?? ''));
    expect(body.CFItem.fullStatement).toBe(element.fullStatement);
    expect(body.CFAssociations).toHaveLength(children.length + 1);
  });

  it('pages through the list, and says where the other pages are', async () => {
    const { body, headers } = await reader.get(`${root}/CFDocuments?limit=2&offset=2`).expect(200);
    expect(body.CFDocuments.map(({ title }: CFDocumentView) => title)).toEqual((await titles('')).slice(2, 4));
    expect(headers.link).toBe(
      ['first:0', 'prev:0', 'next:4', 'last:4']
        .map((page) => page.split(':'))
        .map(([relation, offset]) => `</api${root}/CFDocuments?limit=2&offset=${offset}>; rel="${relation}"`)
        .join(', '),
    );
    expect(await titles('?offset=5')).toEqual([]);
  });

  it.each([
    ['sort=title&orderBy=desc', (all: string[]) => [...all].sort(new Intl.Collator('zh-Hant-TW').compare).reverse()],
    ["filter=title~'客戶服務'", (all: string[]) => all.filter((t) => t.includes('客戶服務'))],
    ["filter=version>='3' AND language='zh-TW'", (all: string[]) => [all[3]]],
    ["filter=version>'2' OR title='客戶服務助理職能基準'", (all: string[]) => [all[1], all[3]]],
  ])('selects by %s', async (query, expected) => {
    expect(await titles(`?${new URLSearchParams(query).toString()}`)).toEqual(expected(await titles('')));
  });

  it('gives only the fields asked for', async () => {
    expect(Object.keys((await documents('?fields=identifier,title&limit=1'))[0]!).sort()).toEqual([
      'identifier',
      'title',
    ]);
  });

  it.each([
    ['an unknown document', `CFDocuments/${nobody}`, 404, 'unknownobject'],
    ['an unknown item', `CFItems/${nobody}`, 404, 'unknownobject'],
    ['an unknown kind of items', `CFItemTypes/${nobody}`, 404, 'unknownobject'],
    ['what is no UUID', 'CFPackages/KMM5R0915v2', 400, 'invalid_uuid'],
    ['an unknown order', 'CFDocuments?sort=colour', 400, 'invalid_sort_field'],
    ['an unknown field', 'CFDocuments?fields=colour', 400, 'invalid_selection_field'],
    ['a filter that is none', "CFDocuments?filter=title~'a' AND", 400, 'invalid_selection_field'],
    ['a filter by what is no field', "CFDocuments?filter=constructor='a'", 400, 'invalid_selection_field'],
    ['a page below none', 'CFDocuments?limit=0', 400, 'invalid_selection_field'],
    ['too large a page', 'CFDocuments?limit=100000', 400, 'invalid_selection_field'],
  ])('refuses %s in the words of CASE', async (_, path, status, value) => {
    const { body } = await reader.get(`${root}/${path}`).expect(status);
    expect(body).toMatchObject({ status, imsx_codeMajor: 'failure', imsx_severity: 'error' });
    expect(body.imsx_codeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue).toBe(value);
  });

  it('calls a document deprecated once a corrected edition is known, and keeps its identifier', async () => {
    const before = (await packageFor('KPS5294-001v2')).CFDocument;
    const text = changed('KPS5294-001v2', /。/, '；');
    expect(text).not.toBe(seedText('KPS5294-001v2'));
    await world.operator
      .upload('/competency-documents')
      .field('correction', '更正標點')
      .attach('file', Buffer.from(text), 'corrected.txt')
      .expect(201);
    const old = (await reader.get(`${root}/CFDocuments/${before.identifier}`).expect(200)).body;
    expect(old).toMatchObject({ title: before.title, adoptionStatus: 'Deprecated' });
    const corrected = (await packageFor('KPS5294-001v2')).CFDocument;
    expect(corrected).toMatchObject({ adoptionStatus: 'Adopted', notes: '更正標點' });
    expect(corrected.identifier).not.toBe(before.identifier);
  });
});
