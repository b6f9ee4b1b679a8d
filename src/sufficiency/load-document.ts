import { found } from '../common/errors.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { type Reader } from '../database/database.js';
import { type AssessmentFacts, type TargetType } from './facts.js';
import { keyAspectRefsOf } from './guide.js';

/** What the rules need of a pinned document version. */
export interface PinnedDocument {
  readonly facts: AssessmentFacts['document'];
  readonly baseCode: string;
  readonly keyAspectRefs: AssessmentFacts['keyAspectRefs'];
}

const kept = new Map<string, PinnedDocument>();
const mostKept = 50;

/** A document by id, from memory where it was read before: an imported version never changes. */
export async function pinnedDocument(reader: Reader, id: string): Promise<PinnedDocument> {
  const document = kept.get(id) ?? (await read(reader, id));
  kept.delete(id);
  kept.set(id, document);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return document;
}

async function read(reader: Reader, id: string): Promise<PinnedDocument> {
  const select = { code: true, baseCode: true, kind: true } as const;
  const { code, baseCode, kind } = found(await reader.findOne(CompetencyDocument, { where: { id }, select }));
  const rows = await reader.find(CompetencyItem, { where: { documentId: id }, order: { position: 'ASC' } });
  const items = rows.map(({ ref, code, type, parentRef, block, text }) => {
    return { ref, code, type: type as TargetType, parentRef, block, text };
  });
  return { facts: { code, kind, items }, baseCode, keyAspectRefs: keyAspectRefsOf(code) };
}
