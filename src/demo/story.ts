import { type AssessmentDetailView } from '../assessments/assessments.view.js';
import { type CompetencyDocumentDetailView, type CompetencyDocumentView } from '../competencies/competencies.view.js';
import { type Page } from '../common/paging.js';
import { type CoverageView } from '../sufficiency/coverage.view.js';
import { assess } from './assessing.js';
import { type Cast, gatherCast } from './cast.js';
import { handIn } from './handing-in.js';
import { type Issued, decide } from './deciding.js';
import { coverageTable } from './coverage-table.js';
import { type Narrator } from './narrator.js';
import { refuseAndMend } from './refusing.js';
import { type Server } from './server.js';

export const unitCode = 'KMM5R0915v2';

/** What every part of the story knows. */
export interface Story {
  cast: Cast;
  assessmentId: string;
  narrator: Narrator;
  /** Prints how far the evidence reaches now, as the assessor sees it. */
  showCoverage(zh: string, en: string): Promise<CoverageView>;
}

/** The whole job, from an empty installation to a signed verdict. Throws where anything differs from what is told. */
export async function play(server: Server, narrator: Narrator): Promise<Issued & { answers: number }> {
  const cast = await gatherCast(server, narrator);
  const assessmentId = await enrol(cast, narrator);
  const story: Story = {
    cast,
    assessmentId,
    narrator,
    async showCoverage(zh, en) {
      const coverage = await cast.assessor.browser.get<CoverageView>(`/assessments/${assessmentId}/coverage`);
      narrator.say(zh, en);
      narrator.show(coverageTable(coverage));
      return coverage;
    },
  };
  await story.showCoverage('一開始的涵蓋表：', 'The coverage table at the start:');
  const items = await handIn(story);
  const left = await assess(story, items);
  await refuseAndMend(story, left);
  const issued = await decide(story);
  const { operator, officer, assessor, verifier, candidate } = cast;
  const answers = [operator, officer, assessor, verifier, candidate].reduce(
    (sum, { browser }) => sum + browser.answers,
    0,
  );
  return { ...issued, answers };
}

async function enrol({ bodyId, officer, assessor, verifier, candidate }: Cast, narrator: Narrator): Promise<string> {
  narrator.chapter('報名', 'Enrolment');
  const documents = await officer.browser.get<Page<CompetencyDocumentView>>('/competency-documents');
  const unit = await officer.browser.get<CompetencyDocumentDetailView>(`/competency-documents/by-code/${unitCode}`);
  const { id: documentId, counts, name, level } = unit;
  narrator.say(
    `目錄裡有 ${documents.items.length} 份 iCAP 文件。${officer.name}替${candidate.name}報名 ${unitCode}「${name}」（級別 ${level}）。`,
    `The catalogue holds ${documents.items.length} iCAP documents. The officer enrols the candidate to ${unitCode}, level ${level}, training pathway.`,
  );
  narrator.say(
    `這一版鎖定 ${counts.criterion} 項行為指標、${counts.key_aspect} 個關鍵面向；陳志明主評，黃美玲審查。`,
    `This version is pinned: ${counts.criterion} criteria and ${counts.key_aspect} key aspects. A lead assessor and a verifier are assigned.`,
  );
  const enrolment = { candidateId: candidate.id, documentId, pathway: 'training', leadAssessorId: assessor.id };
  const { id } = await officer.browser.post<AssessmentDetailView>(`/training-bodies/${bodyId}/assessments`, enrolment);
  await officer.browser.post(`/assessments/${id}/assignments`, { userId: verifier.id, duty: 'verifier' });
  return id;
}
