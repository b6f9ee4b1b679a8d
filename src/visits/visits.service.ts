import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { visibleTo } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { type Actor, hasRole } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { groupBy } from '../common/group-by.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { Database } from '../database/database.js';
import { openSittings, type WholeSitting } from '../observations/sitting-records.js';
import { namesOf } from '../people/names.js';
import { canSeeBody } from '../people/people.policy.js';
import { User } from '../people/user.entity.js';
import { type EntitlementFault } from '../sufficiency/entitlement.js';
import { evaluate, type Evaluation } from '../sufficiency/evaluate.js';
import { factsOf, loadSurroundings, type Measured } from '../sufficiency/load-facts.js';
import { isWitnessable, type Need, needsOf, type VisitGround } from './needs.js';
import { planVisit, type VisitPlan } from './plan.js';
import { type UnsignedRecord, unsignedRecords } from './records.js';
import { type VisitPlanQuery } from './visits.dto.js';

/** More than anybody visits in a day. */
const mostAssessments = 100;

export interface VisitedAssessment {
  id: string;
  documentId: string;
  candidate: { id: string; name: string };
  evaluation: Evaluation;
  needs: Need[];
  /** Needs that what was handed in may still meet. */
  waiting: Need[];
  records: UnsignedRecord[];
  fault: EntitlementFault | null;
}

export interface WholeVisitPlan extends Omit<VisitPlanQuery, 'after'> {
  actorName: string;
  documents: { id: string; code: string; edition: number; name: string }[];
  plan: VisitPlan;
  assessments: VisitedAssessment[];
  sittings: WholeSitting[];
  /** Where the next plan begins; null when this one is the last. */
  next: string | null;
}

@Injectable()
export class VisitsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guides: AssessmentGuides,
  ) {}

  /** What the actor should witness on that day at that workplace, in the open assessments that they assess. */
  async plan(actor: Actor, query: VisitPlanQuery): Promise<WholeVisitPlan> {
    const { bodyId, workplace, day } = query;
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!hasRole(actor, bodyId, 'assessor')) throw new DomainError('forbidden');
    if (day < dateIn(this.clock.instant()))
      throw new DomainError('validation_failed', {}, { fields: [{ field: 'day', rule: 'notPast' }] });
    const rows = await this.rows(actor, query);
    const assessments = await this.visited(actor, rows.slice(0, mostAssessments), day);
    const orderOf = ({ evaluation: { view } }: VisitedAssessment): string[] =>
      [...view.targets.values()].filter(isWitnessable).map(({ ref }) => ref);
    const visited = assessments.map((one) => ({ ...one, assessmentId: one.id, order: orderOf(one) }));
    const me = await this.db.read.findOneBy(User, { id: actor.userId });
    return {
      bodyId,
      workplace,
      day,
      actorName: me!.name,
      documents: await this.documents(assessments.map(({ documentId }) => documentId)),
      plan: planVisit(visited),
      assessments,
      sittings: await openSittings(
        this.db.read,
        assessments.map(({ id }) => id),
      ),
      next: rows.length > mostAssessments ? rows[mostAssessments - 1]!.id : null,
    };
  }

  /** Whoever also runs the body still visits only those whom they assess; and nobody visits themselves. */
  private rows(actor: Actor, { bodyId, workplace, after }: VisitPlanQuery): Promise<Assessment[]> {
    const rows = visibleTo(this.db.read, actor)
      .andWhere('a.body_id = :bodyId AND a.workplace = :workplace AND a.candidate_id <> :actorId', {
        bodyId,
        workplace,
      })
      .andWhere('a.decided_at IS NULL AND a.withdrawn_at IS NULL')
      .andWhere(
        `EXISTS (SELECT 1 FROM assignments t WHERE t.assessment_id = a.id AND t.user_id = :actorId
          AND t.ended_at IS NULL AND t.duty <> 'verifier')`,
      );
    if (after) rows.andWhere('a.id > :after', { after: after.toLowerCase() });
    return rows
      .orderBy('a.id')
      .limit(mostAssessments + 1)
      .getMany();
  }

  /** In a fixed number of queries for each document. */
  private async visited(actor: Actor, rows: readonly Assessment[], day: string): Promise<VisitedAssessment[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const records = await unsignedRecords(this.db.read, actor.userId, ids);
    const names = await namesOf(
      this.db.read,
      rows.map(({ candidateId }) => candidateId),
    );
    const evaluations = await this.evaluations(rows, day);
    return rows.map(({ id, documentId, candidateId }) => {
      const { evaluation, needs } = evaluations.get(id)!;
      return {
        id,
        documentId,
        candidate: { id: candidateId, name: names.get(candidateId)! },
        evaluation,
        needs: needs.filter(({ waiting }) => waiting.length === 0),
        waiting: needs.filter(({ waiting }) => waiting.length > 0),
        records: records.get(id) ?? [],
        fault: evaluation.view.entitled(actor.userId, evaluation.view.facts.at),
      };
    });
  }

  private async evaluations(
    rows: readonly Assessment[],
    day: string,
  ): Promise<Map<string, { evaluation: Evaluation; needs: Need[] }>> {
    const at = endOf(day);
    const evaluated = new Map<string, { evaluation: Evaluation; needs: Need[] }>();
    for (const same of groupBy(rows, ({ documentId }) => documentId).values()) {
      const measured: Measured[] = same.map((row) => ({ ...row, at }));
      const surroundings = await loadSurroundings(this.db.read, measured, this.guides);
      const ground = { day, shows: this.shows(surroundings.document.facts.code) };
      for (const facts of await factsOf(this.db.read, measured, surroundings)) {
        const evaluation = evaluate(facts);
        evaluated.set(facts.assessmentId, { evaluation, needs: needsOf(evaluation, ground) });
      }
    }
    return evaluated;
  }

  private shows(code: string): VisitGround['shows'] {
    const methods = Object.entries(this.guides.guideFor(code)?.methods ?? {});
    return Object.fromEntries(
      methods.map(([key, { criteria, keyAspects }]) => [key, Object.keys({ ...criteria, ...keyAspects })]),
    );
  }

  private documents(ids: string[]): Promise<WholeVisitPlan['documents']> {
    const select = { id: true, code: true, edition: true, name: true } as const;
    return this.db.read.find(CompetencyDocument, {
      where: { id: In([...new Set(ids)]) },
      select,
      order: { code: 'ASC' },
    });
  }
}

/** The last moment of a day in Taiwan. */
const endOf = (day: string): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();
