import { Assessment } from '../../src/assessments/assessment.entity.js';
import { sha256 } from '../../src/common/ids.js';
import { loadDue } from '../../src/personal-data/due.js';
import { type Call } from './client.js';
import { type Stage } from './stage.js';

/** A request to delete, at the home body, the evidence of an assessment of some body that ended long ago. */
export async function deletion(stage: Stage, bodyId: string): Promise<Call> {
  const { db, cast } = stage;
  const { assessmentId } = await stage.assessment(bodyId);
  const withdrawnAt = '2010-01-01T00:00:00.000Z';
  await db.write((tx) => tx.update(Assessment, { id: assessmentId }, { withdrawnAt }));
  const due = await loadDue(db.read, bodyId, [assessmentId]);
  const item = due.find((record) => record.assessmentId === assessmentId && record.kind === 'evidence')!;
  const body = { items: [{ assessmentId, kind: 'evidence' }], confirm: sha256(item.fingerprint) };
  return { params: [cast.home], body };
}

/** The same, to see what it would delete. */
export async function previewed(stage: Stage, bodyId: string): Promise<Call> {
  const { params, body } = await deletion(stage, bodyId);
  return { params, body: { items: (body as { items: object[] }).items } };
}

export async function placedHold(stage: Stage, assessmentId: string): Promise<string> {
  const call = { params: [assessmentId], body: { reason: '調查中' } };
  return (await stage.by('administrator', 'POST /api/assessments/:id/holds', call)).id;
}
