import { pageView } from '../common/paging.js';
import { type Locale } from '../i18n/i18n.js';
import { type CatalogueEntry } from './catalogue.js';
import { type DocumentDetail, type DocumentVersions } from './competencies.service.js';
import { type DocumentKind } from './competency-document.entity.js';
import { type CompetencyItem } from './competency-item.entity.js';
import {
  type DocumentBodyView,
  type ListedVersionView,
  documentBodyView,
  listedVersionView,
} from './document-body.view.js';
import { noteRefsOf } from './note-refs.js';
import { type Counts, type FindingCategory, type ImportReport } from './icap/report.js';
import { type RemarkView, remarkView } from './remarks.js';

export class CompetencyDocumentView {
  id: string;
  kind: DocumentKind;
  /** With its version, as published. */
  code: string;
  /** Without its version. */
  baseCode: string;
  version: number;
  /** Higher than 1 for a corrected edition of the same version. */
  edition: number;
  /** No corrected edition has replaced it. */
  latest: boolean;
  name: string;
  level: number;
  /** How many items of each type; knowledge and skills count once a competence block. */
  counts: Record<string, number>;
  importedAt: string;
  /** Why a corrected edition was made. */
  correction: string | null;
  /** Of the source text. */
  sourceSha256: string;
}

export class CompetencyDocumentsPage extends pageView(CompetencyDocumentView) {}

export class CompetencyItemView {
  /** Unique in the document; what claims point to. */
  ref: string;
  type: string;
  code: string;
  /** The code is ours: the source prints only an ordinal. */
  derived: boolean;
  parentRef: string | null;
  /** The competence block in a standard, from 1. */
  block: number | null;
  level: number | null;
  text: string;
  /** Asks for something done over time. */
  continuous: boolean;
  /** Numbers of the notes it refers to. */
  noteRefs: number[];
}

export class CompetencyDocumentDetailView extends CompetencyDocumentView {
  /** Every item, in document order. */
  items: CompetencyItemView[];
  /** What the document says beside its items. */
  body: DocumentBodyView;
}

export class DocumentVersionsView {
  baseCode: string;
  /** Every version and edition that was imported, the newest first. */
  known: CompetencyDocumentView[];
  /** The document's own table of versions; a unit has none. */
  listed: ListedVersionView[];
}

export class ImportReportView {
  counts: Counts;
  /** What the reader did and noticed, by category. */
  findings: Record<FindingCategory, RemarkView[]>;
}

export function documentView(entry: CatalogueEntry): CompetencyDocumentView {
  const { id, kind, code, baseCode, version, edition, latest, name, level, counts } = entry;
  const { importedAt, correction, sourceSha256 } = entry;
  return {
    id,
    kind,
    code,
    baseCode,
    version,
    edition,
    latest,
    name,
    level,
    counts,
    importedAt,
    correction,
    sourceSha256,
  };
}

export function detailView({ entry, content, items }: DocumentDetail): CompetencyDocumentDetailView {
  const noteRefs = noteRefsOf(content);
  return {
    ...documentView(entry),
    items: items.map((item) => itemView(item, noteRefs.get(item.ref) ?? [])),
    body: documentBodyView(content),
  };
}

export function versionsView({ baseCode, content, known }: DocumentVersions): DocumentVersionsView {
  const listed = content.kind === 'competency_unit' ? [] : content.versions;
  return {
    baseCode,
    known: known.map(documentView),
    listed: listed.map((version) => {
      const imported = known.find((entry) => entry.version === version.version && entry.latest);
      return listedVersionView(version, imported?.id ?? null);
    }),
  };
}

/** A stored document has no faults, only findings. */
export function reportView(report: ImportReport, locale: Locale): ImportReportView {
  const { counts, ...lists } = report;
  const findings = Object.entries(lists).filter(([category]) => category !== 'broken_invariants');
  const views = findings.map(([category, list]) => [category, list.map((remark) => remarkView(remark, locale))]);
  return { counts, findings: Object.fromEntries(views) as ImportReportView['findings'] };
}

function itemView(item: CompetencyItem, noteRefs: number[]): CompetencyItemView {
  const { ref, type, code, derived, parentRef, block, level, text, continuous } = item;
  return { ref, type, code, derived, parentRef, block, level, text, continuous, noteRefs };
}
