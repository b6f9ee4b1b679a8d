import { type Reader } from '../database/database.js';
import { type AssessmentFacts } from './facts.js';
import { idList } from './id-list.js';

type Candidate = AssessmentFacts['candidate'];

/** Who the candidates of these assessments are (rule A3), by assessment, in one query. */
export async function loadCandidates(reader: Reader, ids: readonly string[]): Promise<Map<string, Candidate>> {
  const rows: (Candidate & { id: string })[] = await reader.sql`
    SELECT a.id, u.name, u.email FROM assessments a JOIN users u ON u.id = a.candidate_id
    WHERE a.id IN (${idList(ids)})`;
  return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
}
