import { CompetencyDocument } from '../../src/competencies/competency-document.entity.js';
import { CompetencyItem } from '../../src/competencies/competency-item.entity.js';
import { newId, sha256 } from '../../src/common/ids.js';
import { type Database } from '../../src/database/database.js';
import { insertAll } from './assessment.js';

/** The next version of a document, with every item as `change` makes it (or leaves it out). */
export async function nextVersionOf(
  db: Database,
  documentId: string,
  change: (item: CompetencyItem) => CompetencyItem[] = (item) => [item],
): Promise<string> {
  const id = newId();
  const before = (await db.read.findOneBy(CompetencyDocument, { id: documentId }))!;
  const version = before.version + 1;
  // Several may be made of one document at once.
  const code = `${before.baseCode}v${version}-${id.slice(-8)}`;
  const items = await db.read.find(CompetencyItem, { where: { documentId }, order: { position: 'ASC' } });
  await db.write(async (tx) => {
    await insertAll(tx, CompetencyDocument, [{ ...before, id, code, version, sourceSha256: sha256(id) }]);
    const rows = items.flatMap(change).map((item, position) => ({ ...item, documentId: id, position }));
    await insertAll(tx, CompetencyItem, rows);
  });
  return id;
}
