import { newId } from '../../src/common/ids.js';
import { Sample, SampleAssignment, SamplingPlan } from '../../src/quality/sampling.entity.js';
import { Verification } from '../../src/quality/verification.entity.js';
import { Judgement } from '../../src/judgements/judgement.entity.js';
import { insertAll } from '../factories/assessment.js';
import { type Stage, type Subject } from './stage.js';

const at = '2026-02-20T00:00:00.000Z';
const risk = { newAssessor: 100, newUnit: 0, complaint: 0, firstVerdicts: 0 };
const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };

export const samplingPlan = { periodFrom: '2026-01-01', periodTo: '2026-12-31', basePercent: 10, risk };
export const verification = {
  findings: [{ ruleOfEvidence: 'validity', targetRef: '1.1', text: '與判定相符' }],
  outcome: 'confirmed',
};
export const blindAnswer = (claimId: string) => ({
  judgements: [{ claimId, decision: 'accepted', rules, reason: '清楚' }],
});

/** A plan of the home body, or of another. */
export async function planOfSamples({ db, cast }: Stage, bodyId = cast.home): Promise<string> {
  const id = newId();
  const scope = { documentBaseCode: null, assessorId: null, minimum: 0, blind: false, seed: '0'.repeat(32) };
  const thresholds = { newAssessor: 5, newUnit: 5, firstVerdicts: 3 };
  const made = { madeBy: cast.ids.officer, madeAt: at };
  await db.write((tx) => insertAll(tx, SamplingPlan, [{ id, bodyId, ...samplingPlan, ...scope, thresholds, ...made }]));
  return id;
}

export async function sampled(stage: Stage, assessmentId: string): Promise<string> {
  const id = newId();
  const planId = await planOfSamples(stage);
  const row = { id, planId, assessmentId, reasons: [{ reason: 'base' as const, percent: 10 }], rank: 1, drawnAt: at };
  await stage.db.write((tx) => insertAll(tx, Sample, [row]));
  return id;
}

/** A verification of the cast's verifier that asks for something. */
export async function verified({ db, cast }: Stage, assessmentId: string): Promise<string> {
  const id = newId();
  const findings = [{ ruleOfEvidence: null, targetRef: null, text: '紀錄過簡' }];
  const asked = { outcome: 'action_required' as const, action: '補記', dueOn: '2026-12-31' };
  const signed = { verifierId: cast.ids.verifier, sampleId: null, contentSha256: '0'.repeat(64), signedAt: at };
  await db.write((tx) => insertAll(tx, Verification, [{ id, assessmentId, findings, ...asked, ...signed }]));
  return id;
}

/** An assessment whose one claim is judged, for the cast's verifier to judge blind. */
export async function blindReview(stage: Stage): Promise<Subject> {
  const { db, cast } = stage;
  const subject = await stage.assessment();
  const { assessmentId, claimId } = subject;
  const sampleId = await sampled(stage, assessmentId);
  const decision = 'accepted' as const;
  const judged = { rules, reason: null, judgedBy: cast.ids['lead assessor'], judgedAt: at };
  const assigned = { blind: true, assignedBy: cast.ids.officer, assignedAt: at };
  await db.write(async (tx) => {
    await insertAll(tx, Judgement, [{ id: newId(), assessmentId, claimId, decision, ...judged }]);
    const row = { id: newId(), sampleId, assessmentId, verifierId: cast.ids.verifier, ...assigned };
    await insertAll(tx, SampleAssignment, [row]);
  });
  return subject;
}
