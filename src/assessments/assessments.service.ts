import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { type Page, afterKey, pageOf } from '../common/paging.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { containsAny, patternOf } from '../database/contains.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { namesOf } from '../people/names.js';
import { canEnrol, canSeeBody } from '../people/people.policy.js';
import { access, accessToChange, visibleTo } from './access.js';
import { type Assessment } from './assessment.entity.js';
import {
  type AssessmentsQuery,
  type AssignPerson,
  type DeclareInterest,
  type EnrolCandidate,
} from './assessments.dto.js';
import { type NamedAssessment, type SeenInterest } from './assessments.view.js';
import { Assignment, InterestDeclaration } from './assignment.entity.js';
import { insertAssignment, openAssessment } from './enrolment.js';

export interface AssessmentDetail extends NamedAssessment {
  assignments: { row: Assignment; name: string }[];
  interests: SeenInterest[];
}

/** Whose an assessment `a` is, of what, and in which cohort, in words. */
const mentions = `(${containsAny('a.cohort')}
  OR EXISTS (SELECT 1 FROM users u WHERE u.id = a.candidate_id AND ${containsAny('u.name')})
  OR EXISTS (SELECT 1 FROM competency_documents d WHERE d.id = a.document_id AND ${containsAny('d.code', 'd.name')}))`;

@Injectable()
export class AssessmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens an assessment: the candidate's next attempt at exactly this document version. Nobody enrols themselves. */
  async enrol(actor: Actor, bodyId: string, input: EnrolCandidate): Promise<AssessmentDetail> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canEnrol(actor, bodyId) || input.candidateId === actor.userId) throw new DomainError('forbidden');
    const { candidateId, documentId, pathway, leadAssessorId, cohort, workplace } = input;
    const labels = { cohort: cohort || null, workplace: workplace || null };
    const enrolment = { bodyId, candidateId, documentId, pathway, ...labels };
    const { id } = await this.db.write((tx) =>
      openAssessment(tx, actor, enrolment, leadAssessorId, this.clock.instant()),
    );
    return this.find(actor, id);
  }

  async list(actor: Actor, query: AssessmentsQuery): Promise<Page<NamedAssessment>> {
    const rows = visibleTo(this.db.read, actor);
    const { bodyId, documentId, candidateId, cohort, workplace } = query;
    for (const [column, value] of Object.entries({ bodyId, documentId, candidateId, cohort, workplace })) {
      if (value) rows.andWhere(`a.${column} = :${column}`, { [column]: value });
    }
    if (query.search) rows.andWhere(mentions, { pattern: patternOf(query.search) });
    const after = afterKey(query);
    if (after) rows.andWhere('a.id < :after', { after });
    const found = await rows
      .orderBy('a.id', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(found, query.limit, (a) => a.id);
    return { ...page, items: await this.named(this.db.read, page.items) };
  }

  async find(actor: Actor, id: string): Promise<AssessmentDetail> {
    const { assessment, standing } = await access(this.db.read, actor, id, 'read');
    const [named] = await this.named(this.db.read, [assessment]);
    const rows = await this.db.read.find(Assignment, { where: { assessmentId: id }, order: { id: 'ASC' } });
    const names = await namesOf(
      this.db.read,
      rows.map((r) => r.userId),
    );
    const declared = await this.db.read.find(InterestDeclaration, {
      where: { assessmentId: id },
      order: { id: 'ASC' },
    });
    // Why there is a conflict may be private to the assessor or to others; that there is one is the candidate's affair.
    const interests = standing.candidate ? declared.map((row) => ({ ...row, statement: null })) : declared;
    return { ...named!, assignments: rows.map((row) => ({ row, name: names.get(row.userId)! })), interests };
  }

  /** Gives a person a duty. A new lead assessor takes the place of the old one, whose work stays. */
  async assign(actor: Actor, id: string, input: AssignPerson): Promise<Assignment> {
    return this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, id, 'assign');
      const standing = await tx.findBy(Assignment, { assessmentId: id, endedAt: IsNull() });
      if (standing.some((s) => s.userId === input.userId && s.duty === input.duty))
        throw new DomainError('already_exists');
      if (input.duty === 'lead_assessor') {
        for (const old of standing.filter((s) => s.duty === 'lead_assessor'))
          await this.end(tx, actor, assessment, old);
      }
      return insertAssignment(tx, actor, assessment, input.userId, input.duty, this.clock.instant());
    });
  }

  /** Ends a duty from now on. The lead assessor's passes only to another. */
  async endAssignment(actor: Actor, id: string, assignmentId: string): Promise<void> {
    await this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, id, 'assign');
      const row = found(await tx.findOneBy(Assignment, { id: assignmentId, assessmentId: id, endedAt: IsNull() }));
      if (row.duty === 'lead_assessor') throw new DomainError('lead_assessor_needed');
      await this.end(tx, actor, assessment, row);
    });
  }

  /** An assessor's or verifier's own word on their interests (rule P1); a later one stands instead. */
  async declareInterest(actor: Actor, id: string, input: DeclareInterest): Promise<InterestDeclaration> {
    const row = { id: newId(), assessmentId: id, userId: actor.userId, ...input, declaredAt: this.clock.instant() };
    await this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, id, 'declare_interest');
      await tx.insert(InterestDeclaration, row);
      await audit(tx, actor, {
        at: row.declaredAt,
        action: 'interest.declared',
        subjectId: id,
        bodyId: assessment.bodyId,
        data: { declarationId: row.id, conflict: row.conflict },
      });
    });
    return row;
  }

  private async end(tx: Tx, actor: Actor, assessment: Assessment, row: Assignment): Promise<void> {
    const endedAt = this.clock.instant();
    await tx.update(Assignment, { id: row.id }, { endedAt });
    const data = { assignmentId: row.id, userId: row.userId, duty: row.duty };
    const { id: subjectId, bodyId } = assessment;
    await audit(tx, actor, { at: endedAt, action: 'assignment.ended', subjectId, bodyId, data });
  }

  private async named(reader: Reader, rows: Assessment[]): Promise<NamedAssessment[]> {
    const names = await namesOf(
      reader,
      rows.map((r) => r.candidateId),
    );
    const documents = await reader.find(CompetencyDocument, {
      where: { id: In(rows.map((r) => r.documentId)) },
      select: { id: true, code: true, edition: true, name: true },
    });
    return rows.map((assessment) => {
      const { code, edition, name } = documents.find((d) => d.id === assessment.documentId)!;
      return { assessment, candidateName: names.get(assessment.candidateId)!, document: { code, edition, name } };
    });
  }
}
