import { newId, sha256 } from '../../common/ids.js';
import { CompetencyDocument } from '../../competencies/competency-document.entity.js';
import { CompetencyItem } from '../../competencies/competency-item.entity.js';
import { type CompetencyUnitDocument } from '../../competencies/icap/interchange.js';
import { type Database } from '../../database/database.js';
import { insertAll } from './insert-all.js';

/** What the interchange form says beside the items, which tests and benchmarks read from their own table. */
const contentless: CompetencyUnitDocument = {
  kind: 'competency_unit',
  code: '',
  name: '測試職能單元',
  category: { path: [] },
  level: 4,
  elements: [],
  skills: [],
  knowledge: [],
  assessment_guide: { key_aspects: [], contexts: [], methods: [] },
  notes: [],
};

/** A unit of so many criteria, five to an element, key aspects and items of knowledge: `1.1` …, `KA1` …, `K1` …. */
export async function documentWith(
  db: Database,
  { criteria = 24, keyAspects = 0, knowledge = 0 } = {},
): Promise<string> {
  const id = newId();
  const code = `TST${id.slice(-8).toUpperCase()}`;
  const element = (index: number) => `${Math.floor(index / 5) + 1}`;
  const rows = [
    ...Array.from({ length: Math.ceil(criteria / 5) }, (_, i) => ['element', `${i + 1}`, null] as const),
    ...Array.from({ length: criteria }, (_, i) => ['criterion', `${element(i)}.${(i % 5) + 1}`, element(i)] as const),
    ...Array.from({ length: keyAspects }, (_, i) => ['key_aspect', `KA${i + 1}`, null] as const),
    ...Array.from({ length: knowledge }, (_, i) => ['knowledge', `K${i + 1}`, null] as const),
  ];
  const source = `unit ${id}`;
  const document: CompetencyDocument = {
    id,
    kind: 'competency_unit',
    code: `${code}v1`,
    baseCode: code,
    version: 1,
    edition: 1,
    name: '測試職能單元',
    level: 4,
    content: { ...contentless, code: `${code}v1` },
    report: {} as CompetencyDocument['report'],
    source,
    sourceSha256: sha256(source),
    importedBy: 'system',
    importedAt: '2026-01-05T00:00:00.000Z',
    correction: null,
  };
  await db.write(async (tx) => {
    await insertAll(tx, CompetencyDocument, [document]);
    const items = rows.map(([type, ref, parentRef], position): CompetencyItem => {
      const place = { derived: true, parentRef, block: null, level: null, continuous: false };
      return { documentId: id, ref, position, type, code: ref, text: `${ref} 的內容`, ...place };
    });
    await insertAll(tx, CompetencyItem, items);
  });
  return id;
}

/** The refs of the criteria of `documentWith({ criteria: count })`. */
export const criteriaRefs = (count = 24): string[] =>
  Array.from({ length: count }, (_, i) => `${Math.floor(i / 5) + 1}.${(i % 5) + 1}`);
