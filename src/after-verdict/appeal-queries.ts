import { In, type SelectQueryBuilder } from 'typeorm';
import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { namesOf } from '../people/names.js';
import { newestRevisions } from '../preservation/revisions.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { Appeal, AppealDecision } from './appeal.entity.js';
import { type AppealState, type WholeAppeal } from './appeals.view.js';

const inState: Readonly<Record<AppealState, string>> = {
  open: 'p.withdrawn_at IS NULL AND d.id IS NULL',
  withdrawn: 'p.withdrawn_at IS NOT NULL',
  upheld: "d.outcome = 'upheld'",
  dismissed: "d.outcome = 'dismissed'",
};

/** The appeals `p` of a body, but for those whose words are deleted (rule R1). */
export function appealsOf(reader: Reader, bodyId: string, state?: AppealState): SelectQueryBuilder<Appeal> {
  const rows = reader
    .createQueryBuilder(Appeal, 'p')
    .innerJoin('verdicts', 'v', 'v.id = p.verdict_id')
    .innerJoin('assessments', 'a', 'a.id = v.assessment_id')
    .leftJoin('appeal_decisions', 'd', 'd.appeal_id = p.id')
    .where("a.body_id = :bodyId AND v.record <> ''", { bodyId });
  return state ? rows.andWhere(inState[state]) : rows;
}

interface Assessed {
  verdictId: string;
  documentCode: string;
  documentName: string;
  appealUntil: string;
}

/** Joins to appeals what they are against, what was decided, and the names; in five queries. */
export async function wholeAppeals(reader: Reader, appeals: readonly Appeal[]): Promise<WholeAppeal[]> {
  if (appeals.length === 0) return [];
  const verdictIds = appeals.map(({ verdictId }) => verdictId);
  const verdicts = await reader.findBy(Verdict, { id: In(verdictIds) });
  const decisions = await reader.findBy(AppealDecision, { appealId: In(appeals.map(({ id }) => id)) });
  const newest = await newestRevisions(
    reader,
    decisions.map(({ documentNumber }) => documentNumber),
  );
  const assessed: Assessed[] = await reader.sql`
    SELECT v.id AS "verdictId", c.code AS "documentCode", c.name AS "documentName", n.appeal_until AS "appealUntil"
    FROM verdicts v
      JOIN assessments a ON a.id = v.assessment_id
      JOIN competency_documents c ON c.id = a.document_id
      JOIN verdict_notifications n ON n.verdict_id = v.id
    WHERE v.id IN (${() => verdictIds})`;
  const names = await namesOf(reader, [
    ...appeals.map(({ filedBy }) => filedBy),
    ...decisions.map(({ decidedBy }) => decidedBy),
  ]);
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const assessedOf = new Map(assessed.map((row) => [row.verdictId, row]));
  const decisionsOf = groupBy(decisions, ({ appealId }) => appealId);
  return appeals.map((appeal) => {
    const { documentCode: code, documentName: name, appealUntil } = assessedOf.get(appeal.verdictId)!;
    const decision = decisionsOf.get(appeal.id)?.[0] ?? null;
    return {
      appeal,
      verdict: verdictOf.get(appeal.verdictId)!,
      document: { code, name },
      appealUntil,
      decision,
      newest: (decision && newest.get(decision.documentNumber)) ?? null,
      names,
    };
  });
}
