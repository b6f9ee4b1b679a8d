import { verifyChain } from '../audit/audit.js';
import { type Dialect, type Reader } from '../database/database.js';
import { type Problem } from './report.js';

/** What SQLite says of its own file. PostgreSQL keeps its references itself and has tools of its own for its pages. */
export async function checkDatabase(reader: Reader, dialect: Dialect): Promise<Problem[]> {
  if (dialect === 'postgres') return [];
  const pages = await reader.sql<{ integrity_check: string }[]>`PRAGMA integrity_check`;
  const references = await reader.sql<{ table: string; rowid: number; parent: string }[]>`PRAGMA foreign_key_check`;
  return [
    ...pages
      .filter(({ integrity_check: said }) => said !== 'ok')
      .map(({ integrity_check: said }): Problem => ({ kind: 'database_damaged', subject: 'database', detail: said })),
    ...references.map(({ table, rowid, parent }): Problem => {
      return { kind: 'reference_broken', subject: `${table}/${rowid}`, detail: parent };
    }),
  ];
}

/** The whole chain of the audit log. */
export async function checkAudit(reader: Reader): Promise<{ count: number; problems: Problem[] }> {
  const { entries, broken } = await verifyChain(reader);
  const problems = broken.map(({ seq, problem }): Problem => ({ kind: `audit_${problem}`, subject: String(seq) }));
  return { count: entries, problems };
}
