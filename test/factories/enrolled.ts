import { type Persona, type World } from '../world.js';

export interface Enrolled {
  candidate: Persona;
  assessor: Persona;
  assessmentId: string;
  documentId: string;
}

/** A candidate enrolled with a lead assessor who is qualified and has declared no conflict of interest. */
export async function enrolled(world: World, code = 'KMM5R0915v2'): Promise<Enrolled> {
  const candidate = await world.person('林小美', ['candidate']);
  const assessor = await world.person('陳評量', ['assessor']);
  const { body: document } = await world.operator.get(`/competency-documents/by-code/${code}`).expect(200);
  await world.operator
    .post(`/training-bodies/${world.bodyId}/qualifications`, {
      userId: assessor.id,
      title: '職能評量師',
      validFrom: '2024-01-01',
    })
    .expect(201);
  const { body: assessment } = await world.operator
    .post(`/training-bodies/${world.bodyId}/assessments`, {
      candidateId: candidate.id,
      documentId: document.id,
      pathway: 'training',
      leadAssessorId: assessor.id,
    })
    .expect(201);
  await assessor
    .post(`/assessments/${assessment.id}/interest-declarations`, { conflict: false, statement: '與受評者無利害關係。' })
    .expect(201);
  return { candidate, assessor, assessmentId: assessment.id, documentId: document.id };
}
