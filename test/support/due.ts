import { type World } from '../world.js';

/** One kind of an assessment's records as the due list has it, with what keeps all of them. */
export interface Due {
  assessmentId: string;
  kind: string;
  dueOn: string | null;
  because: string;
  reason: string;
  holds: { id: string; reason: string }[];
  openAppeals: { id: string }[];
  fingerprint: string;
}

interface DueAssessment extends Pick<Due, 'assessmentId' | 'holds' | 'openAppeals'> {
  records: Pick<Due, 'kind' | 'dueOn' | 'because' | 'reason' | 'fingerprint'>[];
}

/** The records in a page of the due list, one by one. */
export const recordsIn = (items: readonly DueAssessment[]): Due[] =>
  items.flatMap(({ records, assessmentId, holds, openAppeals }) =>
    records.map((record) => ({ ...record, assessmentId, holds, openAppeals })),
  );

/** What the due list has of an assessment. */
export async function dueOf(world: World, assessmentId: string, query = '?limit=200'): Promise<Due[]> {
  const { body } = await world.operator.get(`/training-bodies/${world.bodyId}/retention${query}`).expect(200);
  return recordsIn(body.items).filter((record) => record.assessmentId === assessmentId);
}
