import { In, LessThan } from 'typeorm';
import { Assignment, InterestDeclaration } from '../assessments/assignment.entity.js';
import { groupBy } from '../common/group-by.js';
import { type Page, afterNumber, pageOf, type PageQuery } from '../common/paging.js';
import { type Reader } from '../database/database.js';
import { namesOf } from '../people/names.js';
import { PlanAcknowledgement } from './plan-acknowledgement.entity.js';
import { Plan } from './plan.entity.js';
import { type PlanPerson, type WholePlan } from './plans.view.js';

/** The version of the plan that holds now, or null while there is none. */
export function latestPlan(reader: Reader, assessmentId: string): Promise<Plan | null> {
  return reader.findOne(Plan, { where: { assessmentId }, order: { version: 'DESC' } });
}

/** The keys of the methods that the latest plan has of its own, which a claim may name beside the document's. */
export async function ownMethodKeys(reader: Reader, assessmentId: string): Promise<Set<string>> {
  const plan = await latestPlan(reader, assessmentId);
  const own = plan?.content.methods.filter(({ source }) => source === 'own') ?? [];
  return new Set(own.map(({ key }) => key));
}

/** The versions of an assessment's plan, the newest first. */
export async function planVersions(reader: Reader, assessmentId: string, query: PageQuery): Promise<Page<Plan>> {
  const before = query.cursor ? { version: LessThan(afterNumber(query)) } : {};
  const rows = await reader.find(Plan, {
    where: { assessmentId, ...before },
    order: { version: 'DESC' },
    take: query.limit + 1,
  });
  return pageOf(rows, query.limit, ({ version }) => String(version));
}

/** Joins to versions of one assessment's plan who made and who acknowledged them, in two queries. */
export async function wholePlans(reader: Reader, plans: readonly Plan[]): Promise<WholePlan[]> {
  const planId = In(plans.map(({ id }) => id));
  const rows = await reader.find(PlanAcknowledgement, { where: { planId }, order: { id: 'ASC' } });
  const names = await namesOf(reader, [...plans.map(({ madeBy }) => madeBy), ...rows.map(({ userId }) => userId)]);
  const acknowledged = groupBy(rows, (row) => row.planId);
  return plans.map((plan) => ({ plan, acknowledgements: acknowledged.get(plan.id) ?? [], names }));
}

/**
 * Who has a duty now, or a part in one of these versions, each with their latest declaration of interests (rule P1).
 * Why there is a conflict may be private to the assessor or to others; that there is one is the candidate's affair.
 */
export async function planPeople(
  reader: Reader,
  assessmentId: string,
  plans: readonly Plan[],
  { toCandidate }: { toCandidate: boolean },
): Promise<PlanPerson[]> {
  const assigned = await reader.find(Assignment, { where: { assessmentId }, order: { id: 'ASC' } });
  const declared = await reader.find(InterestDeclaration, { where: { assessmentId }, order: { id: 'ASC' } });
  const standing = assigned.filter(({ endedAt }) => endedAt === null);
  const sharing = plans.flatMap(({ content }) => content.parts.map(({ userId }) => userId));
  const ids = [...new Set([...standing.map(({ userId }) => userId), ...sharing])];
  const names = await namesOf(reader, ids);
  return ids.map((id) => {
    const interest = declared.findLast(({ userId }) => userId === id);
    return {
      id,
      name: names.get(id) ?? '',
      duties: standing.filter(({ userId }) => userId === id).map(({ duty }) => duty),
      interest: interest
        ? {
            declaredAt: interest.declaredAt,
            conflict: interest.conflict,
            statement: toCandidate ? null : interest.statement,
          }
        : null,
    };
  });
}
