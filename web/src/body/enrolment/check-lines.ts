import { type Answer } from '../../api/client';
import { type Line, pathwayOf } from './columns';
import { type enrolmentWords } from './words';

type Say = (typeof enrolmentWords)['zh-TW'];
type Person = Answer<'/api/training-bodies/{bodyId}/people', 'get'>['items'][number];
type Document = Answer<'/api/competency-documents', 'get'>['items'][number];
type Assessment = Answer<'/api/assessments', 'get'>['items'][number];

export interface Known {
  people: readonly Person[];
  documents: readonly Document[];
  assessments: readonly Assessment[];
}

/** One line, and whether it can be sent. What is told of a line that cannot is in the language of the page. */
export interface Checked {
  line: Line;
  faults: string[];
  /** The candidate, where this body knows the address. */
  candidateId?: string;
  documentId?: string;
  assessorId?: string;
  /** The open assessment that this line asks for. */
  assessmentId?: string;
  /** What was done in this sitting. */
  password?: string;
  refusal?: string;
  done?: boolean;
}

/** The latest edition by a code with its version, or of the latest version by one without. */
function documentOf(documents: readonly Document[], code: string): Document | undefined {
  const wanted = code.trim().toUpperCase();
  const exact = documents.filter((one) => one.code.toUpperCase() === wanted);
  const based = documents.filter((one) => one.baseCode.toUpperCase() === wanted);
  const newest = (some: Document[]): Document | undefined =>
    [...some].sort((a, b) => b.version - a.version || b.edition - a.edition)[0];
  return newest(exact) ?? newest(based);
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Tells of every line whether it can be sent, by what the server knows now. Nothing is sent. */
export function checkLines(lines: readonly Line[], known: Known, say: Say): Checked[] {
  const byEmail = new Map(known.people.map((person) => [person.email.toLowerCase(), person]));
  const first = new Map<string, number>();
  return lines.map((line) => {
    const faults: string[] = [];
    const person = byEmail.get(line.email.toLowerCase());
    const assessor = byEmail.get(line.assessor.toLowerCase());
    const document = documentOf(known.documents, line.unit);
    const key = `${line.email.toLowerCase()} ${document?.id ?? line.unit}`;
    if (!line.name) faults.push(say.noName);
    if (!line.email) faults.push(say.noEmail);
    else if (!email.test(line.email)) faults.push(say.badEmail);
    if (person && line.name && person.name !== line.name) faults.push(say.isOther(person.name));
    if (!line.unit) faults.push(say.noUnit);
    else if (!document) faults.push(say.noSuchUnit(line.unit));
    if (!line.assessor) faults.push(say.noAssessor);
    else if (!assessor?.memberships.some(({ role }) => role === 'assessor'))
      faults.push(say.noSuchAssessor(line.assessor));
    else if (assessor.id === person?.id) faults.push(say.self);
    if (!pathwayOf(line.pathway)) faults.push(say.badPathway(line.pathway));
    if (line.name.length > 200 || line.cohort.length > 100 || line.workplace.length > 100) faults.push(say.tooLong);
    if (first.has(key)) faults.push(say.twice(String(first.get(key))));
    else if (faults.length === 0) first.set(key, line.line); // what is not sent itself is in nobody's way
    const open = known.assessments.find(
      (one) =>
        one.candidate.id === person?.id && one.document.id === document?.id && !one.decidedAt && !one.withdrawnAt,
    );
    return {
      line,
      faults,
      candidateId: person?.id,
      documentId: document?.id,
      assessorId: assessor?.id,
      assessmentId: open?.id,
    };
  });
}

/** What stands for a line: sent in this sitting, there before, impossible, or still to be sent. */
export function standingOf(one: Checked): 'done' | 'refused' | 'already' | 'faulty' | 'ready' | 'readyNew' {
  if (one.done) return 'done';
  if (one.faults.length > 0) return 'faulty';
  if (one.refusal !== undefined) return 'refused';
  if (one.assessmentId) return 'already';
  return one.candidateId ? 'ready' : 'readyNew';
}
