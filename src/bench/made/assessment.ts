import { Assessment } from '../../assessments/assessment.entity.js';
import { Assignment, InterestDeclaration } from '../../assessments/assignment.entity.js';
import { audit } from '../../audit/audit.js';
import { systemActor } from '../../common/actor.js';
import { type Database, type Tx } from '../../database/database.js';
import { Claim } from '../../evidence/claim.entity.js';
import { Declaration } from '../../evidence/declaration.entity.js';
import { EvidenceFile } from '../../evidence/evidence-file.entity.js';
import { EvidenceItem } from '../../evidence/evidence-item.entity.js';
import { Judgement } from '../../judgements/judgement.entity.js';
import { type AssessmentRows, assessmentRows, type AssessmentShape } from './assessment-rows.js';
import { insertAll } from './insert-all.js';

export interface MadeAssessment {
  id: string;
  itemIds: string[];
}

/** As many assessments as there are shapes, in their order and in few writes. */
export async function assessmentsWith(db: Database, shapes: readonly AssessmentShape[]): Promise<MadeAssessment[]> {
  const made: MadeAssessment[] = [];
  for (let i = 0; i < shapes.length; i += 100) {
    const rows = shapes.slice(i, i + 100).map(assessmentRows);
    await db.write(async (tx) => {
      await insertAll(
        tx,
        Assessment,
        rows.map(({ assessment }) => assessment),
      );
      await insertAll(
        tx,
        Assignment,
        rows.flatMap(({ assignments }) => assignments),
      );
      await insertAll(
        tx,
        InterestDeclaration,
        rows.flatMap(({ interests }) => interests),
      );
      await insertAll(
        tx,
        EvidenceItem,
        rows.flatMap(({ items }) => items),
      );
      await insertAll(
        tx,
        EvidenceFile,
        rows.flatMap(({ files }) => files),
      );
      await insertAll(
        tx,
        Declaration,
        rows.flatMap(({ declarations }) => declarations),
      );
      await insertAll(
        tx,
        Claim,
        rows.flatMap(({ claims }) => claims),
      );
      await insertAll(
        tx,
        Judgement,
        rows.flatMap(({ judgements }) => judgements),
      );
      for (const made of rows) await tell(tx, made);
    });
    made.push(...rows.map(({ assessment, items }) => ({ id: assessment.id, itemIds: items.map(({ id }) => id) })));
  }
  return made;
}

/** The audit log tells of declarations and judgements, as fsck wants it to. */
async function tell(tx: Tx, { assessment, declarations, judgements }: AssessmentRows): Promise<void> {
  const entry = { at: assessment.enrolledAt, subjectId: assessment.id, bodyId: assessment.bodyId };
  const items = declarations.map(({ itemId, contentSha256 }) => [itemId, contentSha256]);
  const judged = judgements.map(({ id, claimId, decision }) => [id, claimId, decision]);
  await audit(tx, systemActor, { ...entry, action: 'evidence.declared', data: { items } });
  await audit(tx, systemActor, { ...entry, action: 'claims.judged', data: { judgements: judged } });
}

export async function assessmentWith(db: Database, shape: AssessmentShape): Promise<MadeAssessment> {
  return (await assessmentsWith(db, [shape]))[0]!;
}
