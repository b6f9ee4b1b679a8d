import { AuditEntry } from '../audit/audit-entry.entity.js';
import { verifyChain } from '../audit/audit.js';
import { type Dialect, type Reader } from '../database/database.js';
import { type LastAudited } from './manifest.js';
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

/** The whole chain of the audit log; and that it goes on from where it ended once, because a cut tail leaves no gap. */
export async function checkAudit(reader: Reader, since?: LastAudited): Promise<{ count: number; problems: Problem[] }> {
  const { entries, broken } = await verifyChain(reader);
  const problems = broken.map(({ seq, problem }): Problem => ({ kind: `audit_${problem}`, subject: String(seq) }));
  if (since && !(await reader.existsBy(AuditEntry, { seq: since.lastSeq, hash: since.lastHash }))) {
    problems.push({ kind: 'audit_cut', subject: String(since.lastSeq) });
  }
  return { count: entries, problems };
}
