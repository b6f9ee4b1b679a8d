import { found } from '../common/errors.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { type Reader } from '../database/database.js';
import { type AssessmentFacts, type TargetType } from './facts.js';
import { Kept } from './kept.js';

/** What the rules need of a pinned document version. */
export interface PinnedDocument {
  readonly facts: AssessmentFacts['document'];
  readonly baseCode: string;
}

const kept = new Kept<PinnedDocument>(50);

/** A document by id, from memory where it was read before: an imported version never changes. */
export async function pinnedDocument(reader: Reader, id: string): Promise<PinnedDocument> {
  const known = kept.get(id, '');
  if (known) return known;
  const document = await read(reader, id);
  kept.put(id, '', document);
  return document;
}

async function read(reader: Reader, id: string): Promise<PinnedDocument> {
  const select = { code: true, baseCode: true, kind: true } as const;
  const { code, baseCode, kind } = found(await reader.findOne(CompetencyDocument, { where: { id }, select }));
  const rows = await reader.find(CompetencyItem, { where: { documentId: id }, order: { position: 'ASC' } });
  const items = rows.map(({ ref, code, type, parentRef, block, text, continuous }) => {
    return { ref, code, type: type as TargetType, parentRef, block, text, continuous };
  });
  return { facts: { code, kind, items }, baseCode };
}
