import { Assessment } from '../../src/assessments/assessment.entity.js';
import { CertificateBatch } from '../../src/certificates/batch.entity.js';
import { Finisher } from '../../src/certificates/finisher.js';
import { newId } from '../../src/common/ids.js';
import { Verdict } from '../../src/verdicts/verdict.entity.js';
import { documentWith, insertAll } from '../factories/assessment.js';
import { competentVerdict, decidedAt } from '../factories/competent.js';
import { type Part } from './cast.js';
import { type Stage } from './stage.js';

/** What was ordered in the background changes nothing any more. */
export async function certificatesMade({ world }: Stage): Promise<void> {
  await world.app.get(Finisher).work();
}

/** An assessment with a competent verdict, of a document that nobody holds a certificate of. */
export async function certifiable(stage: Stage): Promise<string> {
  const { db, cast } = stage;
  const { assessmentId: id } = await stage.assessment();
  const documentId = await documentWith(db, { criteria: 1 });
  const shape = { bodyId: cast.home, leadId: cast.ids['lead assessor'] };
  await db.write(async (tx) => {
    await insertAll(tx, Verdict, [competentVerdict(id, shape, cast.ids.candidate)]);
    await tx.update(Assessment, { id }, { documentId, decidedAt });
  });
  return id;
}

/** A certificate of the candidate's, of its own. */
export async function certified(stage: Stage): Promise<string> {
  const call = { params: [await certifiable(stage)], body: {} };
  return (await stage.by('officer', 'POST /api/assessments/:id/certificate', call)).id;
}

const shared = new WeakMap<Stage, Promise<string>>();

/** A certificate that nobody changes: one for all, but for whoever may change it. */
export function sharedCertificate(stage: Stage, part?: Part): Promise<string> {
  if (part === 'administrator' || part === 'officer') return certified(stage);
  const known = shared.get(stage) ?? certified(stage);
  shared.set(stage, known);
  return known;
}

/** A batch with nobody in it, that has come to its end. */
export async function batch(stage: Stage, ended: 'finishedAt' | 'cancelledAt' = 'finishedAt'): Promise<string> {
  await certificatesMade(stage);
  const { db, cast } = stage;
  const at = '2026-02-01T00:00:00.000Z';
  const row: CertificateBatch = {
    ...{ id: newId(), bodyId: cast.home, criteria: { cohort: null, documentId: null, named: 0 } },
    ...{ orderedBy: cast.ids.officer, orderedAt: at, runId: null, aliveAt: null },
    ...{ finishedAt: null, cancelledAt: null, cancelledBy: null, [ended]: at },
  };
  await db.write((tx) => insertAll(tx, CertificateBatch, [row]));
  return row.id;
}
