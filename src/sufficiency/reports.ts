import { looksLike } from '../common/same-person.js';
import { isBlank } from './checks.js';
import { isDate } from './dates.js';
import { type AssessmentFacts, type ItemFact, type ReportFact } from './facts.js';

/** What a third-party report has to say of itself, in the order it is asked for. */
export const reportParts = ['name', 'post', 'relation', 'period', 'date', 'contact'] as const;
export type ReportPart = (typeof reportParts)[number];

const hasPart: Readonly<Record<ReportPart, (report: ReportFact) => boolean>> = {
  name: ({ name }) => !isBlank(name),
  post: ({ post }) => !isBlank(post),
  relation: ({ relation }) => !isBlank(relation),
  period: ({ periodFrom, periodTo }) => isDate(periodFrom) && isDate(periodTo) && periodFrom <= periodTo,
  date: ({ reportedOn }) => isDate(reportedOn),
  contact: ({ contact }) => !isBlank(contact),
};

/** The parts that a report lacks or that cannot be; a file that was merely handed in as a report lacks them all. */
export function missingParts({ form, report }: ItemFact): readonly ReportPart[] {
  if (form !== 'third_party_report') return [];
  return reportParts.filter((part) => report === null || !hasPart[part](report));
}

/** Whether a report is by one of those it must not be by: the candidate, or an assessor of this assessment. */
export function isByParty({ form, producedBy, report }: ItemFact, { candidate, assessors }: AssessmentFacts): boolean {
  if (form !== 'third_party_report') return false;
  if (producedBy === 'candidate' || producedBy === 'assessor') return true;
  const parties = [candidate, ...assessors.filter(({ duty }) => duty !== 'verifier')];
  return report !== null && parties.some((party) => looksLike(report, party));
}
