import BetterSqlite3 from 'better-sqlite3';

/** The rows behind a coverage and a cohort grid, as plainly as SQLite gives them. */
export interface BareRows {
  coverage(assessmentId: string): unknown;
  grid(documentId: string): unknown;
}

export function bareRows(file: string): BareRows {
  const database = new BetterSqlite3(file, { readonly: true });
  const ofAssessment = [
    `SELECT id, number, title, form, produced_by, submitted_by, produced_on, received_at, signed_at, withdrawn_at
     FROM evidence_items WHERE assessment_id = ? ORDER BY number`,
    'SELECT item_id, sha256, size FROM evidence_items e JOIN evidence_files f ON f.item_id = e.id WHERE assessment_id = ?',
    `SELECT item_id, content_sha256, declared_at
     FROM evidence_items e JOIN declarations d ON d.item_id = e.id WHERE assessment_id = ?`,
    'SELECT id, item_id, target_ref, proposed_by, proposed_at, withdrawn_at FROM claims WHERE assessment_id = ?',
    'SELECT claim_id, judged_by, decision, judged_at, reason FROM judgements WHERE assessment_id = ?',
  ].map((sql) => database.prepare<[string]>(sql));
  const candidates = database.prepare<[string], { id: string }>(
    'SELECT a.*, u.name FROM assessments a JOIN users u ON u.id = a.candidate_id WHERE a.document_id = ? ORDER BY a.id',
  );
  const decisions = database.prepare<[string], [assessmentId: string, ref: string, decision: string | null]>(
    `SELECT a.id, c.target_ref, j.decision
     FROM assessments a JOIN claims c ON c.assessment_id = a.id LEFT JOIN judgements j ON j.claim_id = c.id
     WHERE a.document_id = ? ORDER BY j.id`,
  );
  return {
    coverage: (id) => ofAssessment.map((statement) => statement.all(id)),
    grid: (documentId) => {
      const cells = new Map<string, Record<string, string | null>>();
      for (const [id, ref, decision] of decisions.raw().all(documentId)) {
        let line = cells.get(id);
        if (!line) cells.set(id, (line = {}));
        line[ref] = decision;
      }
      return candidates.all(documentId).map((row) => ({ ...row, cells: cells.get(row.id) }));
    },
  };
}
