import { type AssessmentDetailView } from '../../assessments/assessments.view.js';
import { type CompetencyDocumentDetailView } from '../../competencies/competencies.view.js';
import { type CoverageView } from '../../sufficiency/coverage.view.js';
import { type Cast, type Player } from '../cast.js';
import { coverageTable } from '../coverage-table.js';
import { type Narrator } from '../narrator.js';

/** One candidate's attempt at one document, and who leads its assessment. */
export interface Attempt {
  id: string;
  cast: Cast;
  narrator: Narrator;
  candidate: Player;
  lead: Player;
}

interface Enrolment {
  candidate: Player;
  lead: Player;
  code: string;
  pathway: 'training' | 'rpl';
  workplace: string;
}

/** Everybody of the story is in one class. */
export const cohort = '客服行銷班第 12 期';

/** The officer enrols a candidate to a version, which is pinned from then on. */
export async function enrol(
  cast: Cast,
  narrator: Narrator,
  { candidate, lead, code, pathway, workplace }: Enrolment,
): Promise<{ attempt: Attempt; document: CompetencyDocumentDetailView }> {
  const { browser } = cast.officer;
  const document = await browser.get<CompetencyDocumentDetailView>(`/competency-documents/by-code/${code}`);
  const enrolment = {
    candidateId: candidate.id,
    documentId: document.id,
    leadAssessorId: lead.id,
    pathway,
    workplace,
    cohort,
  };
  const path = `/training-bodies/${cast.bodyId}/assessments`;
  const { id } = await browser.post<AssessmentDetailView>(path, enrolment);
  return { attempt: { id, cast, narrator, candidate, lead }, document };
}

/** Puts somebody beside the lead assessor. */
export async function assign({ id, cast }: Attempt, { id: userId }: Player, duty: string): Promise<void> {
  await cast.officer.browser.post(`/assessments/${id}/assignments`, { userId, duty });
}

/** They declare that they have no interest in how it ends. */
export async function declareInterests({ id, candidate }: Attempt, ...people: Player[]): Promise<void> {
  for (const { browser } of people) {
    const statement = `與受評者${candidate.name}沒有親屬、雇用或其他利害關係。`;
    await browser.post(`/assessments/${id}/interest-declarations`, { conflict: false, statement });
  }
}

/** How far the evidence reaches now, as the lead assessor sees it. */
export function coverageOf({ id, lead, narrator }: Attempt): Promise<CoverageView> {
  return lead.browser.get<CoverageView>(`/assessments/${id}/coverage`, narrator.locale);
}

export async function showCoverage(attempt: Attempt, zh: string, en: string): Promise<CoverageView> {
  const coverage = await coverageOf(attempt);
  attempt.narrator.say(zh, en);
  attempt.narrator.show(coverageTable(coverage, attempt.narrator));
  return coverage;
}
