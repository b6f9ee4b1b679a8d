import { type Assessment, closedAt } from '../assessments/assessment.entity.js';
import { type Reader } from '../database/database.js';
import { type FileStore } from '../files/file-store.js';
import { namesOf } from '../people/names.js';
import { settingsAt } from '../settings/settings-at.js';
import { type Guides } from '../sufficiency/load-facts.js';
import { type Verdict } from '../verdicts/verdict.entity.js';
import { claimEntries } from './assessment-claims.js';
import { contentId, evidenceTable, itemsOf, packable, type PackedItem } from './assessment-evidence.js';
import { verdictEntries } from './assessment-verdict.js';
import { matrixOf, matrixTable } from './matrix.js';
import { peopleIn } from './names.js';
import { type Fault, json, type PackEntry, stored, table } from './pack-entry.js';
import { peopleOf, recordFiles } from './records.js';

export interface Packing {
  reader: Reader;
  store: FileStore;
  guides: Guides;
  withFiles: boolean;
  /** Told of the items whose files are about to be packed. */
  packing: (items: PackedItem[]) => Promise<void>;
  /** The moment at which what was not decided yet is measured. */
  now: string;
}

/** Everything of one assessment, in a fixed number of queries; files of evidence are opened one after the other. */
export async function* assessmentEntries(
  { reader, store, guides, withFiles, packing, now }: Packing,
  assessment: Assessment,
  verdict: Verdict | null,
  faults: Fault[],
): AsyncGenerator<PackEntry> {
  const people = new Set<string>();
  const noted = <T extends object>(value: T): T => {
    peopleIn(value, people);
    return value;
  };
  const items = await itemsOf(reader, assessment);
  const scope = {
    assessmentId: assessment.id,
    itemIds: [...new Set(items.flatMap(({ item }) => [item.id, contentId(item)]))],
  };
  yield json('assessment.json', 'assessment', noted({ ...assessment, ...(await peopleOf(reader, scope)) }));
  if (verdict) yield* verdictEntries(reader, store, verdict, faults);
  const settings = await settingsAt(reader, assessment.bodyId, closedAt(assessment));
  yield json('settings.json', 'settings_then', settings);
  const matrix = await matrixOf(reader, guides, assessment, now);
  const { header, rows } = matrixTable(matrix);
  yield table('matrix.csv', 'matrix_csv', header, rows);
  yield json('matrix.json', 'matrix_json', matrix.view);
  yield* await claimEntries(
    reader,
    assessment,
    items.map(({ item }) => item),
  );
  for (const { part, load } of recordFiles) {
    const records = noted(await load(reader, scope));
    if (records.length > 0) yield json(`${part.replaceAll('_', '-')}.json`, part, records);
  }
  noted(items.map(({ item }) => item));
  const evidence = evidenceTable(items, withFiles);
  yield table('evidence.csv', 'evidence_index', evidence.header, evidence.rows);
  const names = await namesOf(reader, people);
  yield table('people.csv', 'people', ['id', 'name'], names);
  if (!withFiles) return;
  await packing(items);
  for (const { name, row } of packable(items)) {
    yield* await stored(store, faults, { name, part: 'evidence_file', sha256: row.sha256 });
  }
}
