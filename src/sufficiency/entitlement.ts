import { endOfDay, startOfDay } from './dates.js';
import { type AssessmentFacts, type AssignedAssessor, type Instant } from './facts.js';

/** Why a person may not judge or decide, the gravest first. */
export type EntitlementFault = 'is_candidate' | 'not_assigned' | 'not_qualified' | 'interest_undeclared' | 'conflict';

/** Answers why a person is not entitled at a moment; null means entitled. */
export type Entitlement = (userId: string, at: Instant) => EntitlementFault | null;

/** From the first moment on, until before the second; null stays open. */
type Span = readonly [from: Instant | null, until: Instant | null];

interface Standing {
  readonly assigned: Span[];
  readonly qualified: Span[];
  interest: 'interest_undeclared' | 'conflict' | null;
}

const covers = (spans: readonly Span[], at: Instant) =>
  spans.some(([from, until]) => from !== null && from <= at && (until === null || at < until));

function qualifiedSpans({ qualifications }: AssignedAssessor, zone: string): Span[] {
  return qualifications
    .filter((qualification) => qualification.covers)
    .map(({ validFrom, validUntil, revokedAt }) => {
      const end = validUntil === null ? null : (endOfDay(zone, validUntil) ?? '');
      return [startOfDay(zone, validFrom), revokedAt !== null && (end === null || revokedAt < end) ? revokedAt : end];
    });
}

function interestFault({ interest }: AssignedAssessor, at: Instant): Standing['interest'] {
  if (interest === null || interest.declaredAt > at) return 'interest_undeclared';
  return interest.conflict ? 'conflict' : null;
}

/**
 * Who may judge. An entitled person is not the candidate, is assigned as an assessor and qualified for the document
 * at the moment of acting, and has declared interests, without a standing conflict, by the moment of measuring.
 * A verifier never judges. Source: domain.md P1, P9.
 */
export function entitlement(facts: AssessmentFacts): Entitlement {
  const people = new Map<string, Standing>();
  for (const assessor of facts.assessors) {
    if (assessor.duty === 'verifier') continue;
    const interest = interestFault(assessor, facts.at);
    const person = people.get(assessor.userId) ?? { assigned: [], qualified: [], interest };
    person.assigned.push([assessor.assignedAt, assessor.endedAt]);
    person.qualified.push(...qualifiedSpans(assessor, facts.zone));
    if (interest === 'conflict' || person.interest === 'interest_undeclared') person.interest = interest;
    people.set(assessor.userId, person);
  }
  return (userId, at) => {
    const person = people.get(userId);
    if (userId === facts.candidateId) return 'is_candidate';
    if (!person || !covers(person.assigned, at)) return 'not_assigned';
    if (!covers(person.qualified, at)) return 'not_qualified';
    return person.interest;
  };
}
