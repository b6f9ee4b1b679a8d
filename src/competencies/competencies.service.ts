import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId, sha256 } from '../common/ids.js';
import { type Page } from '../common/paging.js';
import { Database, type Tx } from '../database/database.js';
import { type Locale, defaultLocale } from '../i18n/i18n.js';
import { type CatalogueEntry, catalogueEntry, cataloguePage, documentItems, knownVersions } from './catalogue.js';
import { type CompetencyDocumentsQuery } from './competencies.dto.js';
import { canImport } from './competencies.policy.js';
import { CompetencyDocument } from './competency-document.entity.js';
import { CompetencyItem } from './competency-item.entity.js';
import { documentCode } from './document-code.js';
import { type InterchangeDocument } from './icap/interchange.js';
import { itemsOf } from './icap/items.js';
import { parseIcap } from './icap/parse.js';
import { importRefused } from './remarks.js';

export interface ImportOptions {
  /** Why another text under a code that is known already is right; makes a new edition of it. */
  correction?: string;
  /** The language in which the faults of a refused document are told. */
  locale?: Locale;
}

export interface Imported {
  id: string;
  /** False where this very text was there already. */
  created: boolean;
}

export interface DocumentDetail {
  entry: CatalogueEntry;
  content: InterchangeDocument;
  items: CompetencyItem[];
}

export interface DocumentVersions {
  baseCode: string;
  known: CatalogueEntry[];
  /** The document's own interchange form, whose table of versions may name some that are not known. */
  content: InterchangeDocument;
}

/** SQLite takes some 32,000 parameters a statement; an item has 11. */
const itemsPerInsert = 1000;

@Injectable()
export class CompetenciesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the text of an iCAP document and keeps it whole with its items and report, or refuses it whole
   * (`import_refused` with every fault). The same text again changes nothing. Another text under a known code and
   * version is refused (`document_differs`) unless it is called a correction, which makes a new edition beside the old.
   */
  async importDocument(actor: Actor, source: string, options: ImportOptions = {}): Promise<Imported> {
    if (!canImport(actor)) throw new DomainError('forbidden');
    const result = parseIcap(source);
    if (!result.ok) throw importRefused(result.faults, options.locale ?? defaultLocale);
    const { document: content, report } = result;
    const standard = content.kind === 'occupational_competency_standard';
    const { baseCode, version } = documentCode(content.code)!;
    const row: CompetencyDocument = {
      id: newId(),
      kind: content.kind,
      code: content.code,
      baseCode,
      version,
      edition: 1,
      name: standard ? content.name.value : content.name,
      level: standard ? content.standard_level : content.level,
      sourceSha256: sha256(source),
      importedBy: actor.userId,
      importedAt: this.clock.instant(),
      correction: null,
      content,
      report,
      source,
    };
    const items = itemsOf(content).map((item, position) => ({ ...item, documentId: row.id, position }));
    return this.db.write((tx) => this.keep(tx, actor, row, items, options.correction));
  }

  async list(query: CompetencyDocumentsQuery): Promise<Page<CatalogueEntry>> {
    return cataloguePage(this.db.read, query);
  }

  async entry(id: string): Promise<CatalogueEntry> {
    return found(await catalogueEntry(this.db.read, id));
  }

  async find(id: string): Promise<DocumentDetail> {
    const entry = await this.entry(id);
    const { content } = await this.document(id, 'content');
    return { entry, content, items: await documentItems(this.db.read, id) };
  }

  /** The latest edition of one version, by its code as somebody writes it. */
  async findByCode(code: string): Promise<DocumentDetail> {
    const where = found(documentCode(code));
    const select = { id: true } as const;
    const row = await this.db.read.findOne(CompetencyDocument, { where, select, order: { edition: 'DESC' } });
    return this.find(found(row).id);
  }

  async versions(id: string): Promise<DocumentVersions> {
    const { baseCode, content } = await this.document(id, 'baseCode', 'content');
    return { baseCode, content, known: await knownVersions(this.db.read, baseCode) };
  }

  /** Only the asked columns of a document: its texts are long. */
  async document<Column extends keyof CompetencyDocument>(
    id: string,
    ...columns: Column[]
  ): Promise<Pick<CompetencyDocument, Column>> {
    const select = Object.fromEntries(columns.map((column) => [column, true]));
    return found(await this.db.read.findOne(CompetencyDocument, { where: { id }, select: { id: true, ...select } }));
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    row: CompetencyDocument,
    items: CompetencyItem[],
    correction: string | undefined,
  ): Promise<Imported> {
    const { id, code, baseCode, version, sourceSha256 } = row;
    const editions = await tx.find(CompetencyDocument, {
      where: { baseCode, version },
      select: { id: true, edition: true, sourceSha256: true },
      order: { edition: 'DESC' },
    });
    const [latest] = editions;
    // A correction may go back to an earlier text, so only the latest edition is the same to it.
    const same = (correction ? editions.slice(0, 1) : editions).find((e) => e.sourceSha256 === sourceSha256);
    if (same) return { id: same.id, created: false };
    if (latest && !correction) throw new DomainError('document_differs', { code });
    const edition = (latest?.edition ?? 0) + 1;
    await tx.insert(CompetencyDocument, { ...row, edition, correction: latest ? correction : null });
    for (let i = 0; i < items.length; i += itemsPerInsert) {
      await tx.insert(CompetencyItem, items.slice(i, i + itemsPerInsert));
    }
    await audit(tx, actor, {
      at: row.importedAt,
      action: 'competency_document.imported',
      subjectId: id,
      data: { code, edition, sourceSha256, ...(latest && { correction }) },
    });
    return { id, created: true };
  }
}
