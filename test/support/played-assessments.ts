import { Caller } from './caller.js';
import { type ServerProcess } from './server-process.js';

export interface Played {
  operator: Caller;
  candidate: Caller;
  assessor: Caller;
  /** The candidate's own assessment. */
  assessmentId: string;
  /** Assessments that wait for a verdict of the same assessor. */
  others: string[];
}

/** One candidate who hands in evidence, and more who are about to get their verdict, on a server just started. */
export async function playedAssessments(server: ServerProcess, others: number): Promise<Played> {
  const operator = await Caller.signInFirst(server.url, 'admin@touchstone.local', server.firstPassword!);
  const bodyId = (await operator.call('GET', '/training-bodies')).body[0].id as string;
  const add = async (name: string, email: string, role: string): Promise<{ id: string; oneTime: string }> => {
    const { body } = await operator.call('POST', `/training-bodies/${bodyId}/people`, { name, email, roles: [role] });
    return { id: body.id, oneTime: body.oneTimePassword };
  };
  const person = async (name: string, email: string, role: string): Promise<Caller> =>
    Caller.signInFirst(server.url, email, (await add(name, email, role)).oneTime);
  const candidate = await person('林小美', 'candidate@example.tw', 'candidate');
  const assessor = await person('陳評量', 'assessor@example.tw', 'assessor');
  const qualification = { userId: assessor.id, title: '職能評量師', validFrom: '2020-01-01' };
  await operator.call('POST', `/training-bodies/${bodyId}/qualifications`, qualification);
  const documents = (await operator.call('GET', '/competency-documents')).body.items as { id: string }[];
  const enrol = async (candidateId: string, documentId: string): Promise<string> => {
    const input = { candidateId, documentId, pathway: 'training', leadAssessorId: assessor.id };
    const { body } = await operator.call('POST', `/training-bodies/${bodyId}/assessments`, input);
    const interests = { conflict: false, statement: '與受評者無利害關係。' };
    await assessor.call('POST', `/assessments/${body.id}/interest-declarations`, interests);
    return body.id;
  };
  const assessmentId = await enrol(candidate.id, documents[0]!.id);
  const waiting: string[] = [];
  while (waiting.length < others) {
    const { id } = await add('王大明', `other${waiting.length}@example.tw`, 'candidate');
    for (const document of documents) waiting.push(await enrol(id, document.id));
  }
  return { operator, candidate, assessor, assessmentId, others: waiting };
}
