import { type Inside } from '../installation.js';
import { assessmentsWith } from './assessment.js';
import { qualify } from './people.js';
import { documentWith } from './unit.js';

export interface EnrolledCandidate {
  token: string;
  assessmentId: string;
}

/** Candidates with an assessment each that has no evidence yet. */
export async function enrolCandidates({ db, bodyId, people }: Inside, count: number): Promise<EnrolledCandidate[]> {
  const [lead] = await people(['assessor'], 1);
  await qualify(db, bodyId, lead!.id);
  const documentId = await documentWith(db, { criteria: 24 });
  const candidates = await people(['candidate'], count);
  const shapes = candidates.map(({ id }) => ({ bodyId, documentId, candidateId: id, leadId: lead!.id, items: 0 }));
  const made = await assessmentsWith(db, shapes);
  return candidates.map(({ token }, index) => ({ token, assessmentId: made[index]!.id }));
}
