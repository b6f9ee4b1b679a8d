import { In, type SelectQueryBuilder } from 'typeorm';
import { DomainError } from '../common/errors.js';
import { type Page, afterKey, pageOf } from '../common/paging.js';
import { containsAny, patternOf } from '../database/contains.js';
import { type Reader } from '../database/database.js';
import { type CompetencyDocumentsQuery } from './competencies.dto.js';
import { CompetencyDocument } from './competency-document.entity.js';
import { CompetencyItem } from './competency-item.entity.js';

const columns = [
  'id',
  'kind',
  'code',
  'baseCode',
  'version',
  'edition',
  'name',
  'level',
  'sourceSha256',
  'importedAt',
  'correction',
] as const;

/** A document without its long texts: what a list shows. */
export interface CatalogueEntry extends Pick<CompetencyDocument, (typeof columns)[number]> {
  /** No corrected edition has replaced it. */
  latest: boolean;
  /** How many items of each type it has; knowledge and skills count once a competence block. */
  counts: Record<string, number>;
}

/** A page of the catalogue by code, of each code the newest version and of that the latest edition first. */
export async function cataloguePage(reader: Reader, query: CompetencyDocumentsQuery): Promise<Page<CatalogueEntry>> {
  const rows = entries(reader);
  if (query.editions === 'latest') rows.andWhere(`NOT EXISTS (${newerEdition})`);
  if (query.kind) rows.andWhere('d.kind = :kind', { kind: query.kind });
  if (query.search) rows.andWhere(`(${matches(reader)})`, { pattern: patternOf(query.search) });
  const after = afterKey(query);
  if (after !== null) {
    rows.andWhere(
      `(d.base_code > :base OR (d.base_code = :base AND
        (d.version < :version OR (d.version = :version AND d.edition < :edition))))`,
      keyFrom(after),
    );
  }
  const found = await rows.limit(query.limit + 1).getMany();
  const page = pageOf(found, query.limit, (d) => `${d.baseCode} ${d.version} ${d.edition}`);
  return { ...page, items: await withCounts(reader, page.items) };
}

/** Every version and edition of one code that was imported, the newest first. */
export async function knownVersions(reader: Reader, baseCode: string): Promise<CatalogueEntry[]> {
  return withCounts(reader, await entries(reader).where('d.base_code = :baseCode', { baseCode }).getMany());
}

export async function catalogueEntry(reader: Reader, id: string): Promise<CatalogueEntry | null> {
  const [entry] = await withCounts(reader, await entries(reader).where('d.id = :id', { id }).getMany());
  return entry ?? null;
}

/** A document's items in document order. */
export async function documentItems(reader: Reader, documentId: string): Promise<CompetencyItem[]> {
  return reader.find(CompetencyItem, { where: { documentId }, order: { position: 'ASC' } });
}

const newerEdition = `SELECT 1 FROM competency_documents n
  WHERE n.base_code = d.base_code AND n.version = d.version AND n.edition > d.edition`;

function entries(reader: Reader): SelectQueryBuilder<CompetencyDocument> {
  return reader
    .createQueryBuilder(CompetencyDocument, 'd')
    .select(columns.map((column) => `d.${column}`))
    .orderBy({ 'd.baseCode': 'ASC', 'd.version': 'DESC', 'd.edition': 'DESC' });
}

function matches(reader: Reader): string {
  const items = reader
    .createQueryBuilder(CompetencyItem, 'i')
    .select('1')
    .where('i.document_id = d.id')
    .andWhere(containsAny('i.text'));
  return `${containsAny('d.code', 'd.name')} OR EXISTS (${items.getQuery()})`;
}

function keyFrom(cursor: string): { base: string; version: number; edition: number } {
  const [, base, version, edition] = /^(\S+) (\d{1,9}) (\d{1,9})$/.exec(cursor) ?? [];
  if (!base) throw new DomainError('bad_cursor');
  return { base, version: Number(version), edition: Number(edition) };
}

async function withCounts(reader: Reader, rows: CompetencyDocument[]): Promise<CatalogueEntry[]> {
  if (rows.length === 0) return [];
  const counted: { documentId: string; type: string; count: number | string }[] = await reader
    .createQueryBuilder(CompetencyItem, 'i')
    .select('i.document_id', 'documentId')
    .addSelect('i.type', 'type')
    .addSelect('COUNT(*)', 'count')
    .where('i.document_id IN (:...ids)', { ids: rows.map((row) => row.id) })
    .groupBy('i.document_id')
    .addGroupBy('i.type')
    .orderBy('MIN(i.position)')
    .getRawMany();
  const latest = await latestEditions(reader, rows);
  return rows.map((row) => ({
    ...row,
    latest: latest.has(row.id),
    counts: Object.fromEntries(counted.filter((c) => c.documentId === row.id).map((c) => [c.type, Number(c.count)])),
  }));
}

async function latestEditions(reader: Reader, rows: CompetencyDocument[]): Promise<Set<string>> {
  const latest = await reader
    .createQueryBuilder(CompetencyDocument, 'd')
    .select('d.id')
    .where({ id: In(rows.map((row) => row.id)) })
    .andWhere(`NOT EXISTS (${newerEdition})`)
    .getMany();
  return new Set(latest.map((row) => row.id));
}
