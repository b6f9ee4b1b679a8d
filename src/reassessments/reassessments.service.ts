import { Injectable } from '@nestjs/common';
import { access } from '../assessments/access.js';
import { Assessment, closedAt } from '../assessments/assessment.entity.js';
import { openAssessment } from '../assessments/enrolment.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { Database, type Reader } from '../database/database.js';
import { Claim } from '../evidence/claim.entity.js';
import { evaluate } from '../sufficiency/evaluate.js';
import { loadFacts, withoutDrafts } from '../sufficiency/load-facts.js';
import { type ClaimView } from '../sufficiency/view.js';
import { type CarriedClaim, carryOver } from './carry-over.js';
import { lastOutcome, requireMayAppoint, requireReassessable } from './outcome.js';
import { type Reassess } from './reassessments.dto.js';

@Injectable()
export class ReassessmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guides: AssessmentGuides,
  ) {}

  /**
   * Opens the next attempt after a verdict that was not competent, an appeal that was upheld, or a withdrawal. What
   * comes along is judged again. Answers its id; the same id again answers what is there. Source: domain.md P6.
   */
  async reassess(actor: Actor, assessmentId: string, input: Reassess): Promise<{ id: string; created: boolean }> {
    const id = input.id ?? newId();
    const claims = await this.chosen(actor, assessmentId, input);
    const created = await this.db.write(async (tx) => {
      const granted = await access(tx, actor, assessmentId, 'reassess');
      const { assessment } = granted;
      const known = await tx.findOneBy(Assessment, { id });
      if (known && known.previousId !== assessmentId) throw new DomainError('already_exists');
      if (known) return false;
      requireMayAppoint(actor, granted, input.leadAssessorId);
      requireReassessable(assessment, await lastOutcome(tx, assessmentId), input.leadAssessorId);
      if (await tx.existsBy(Assessment, { previousId: assessmentId })) throw new DomainError('already_exists');
      const { bodyId, candidateId, documentId, pathway, cohort, workplace } = assessment;
      const enrolment = { id, bodyId, candidateId, documentId, pathway, cohort, workplace, previousId: assessmentId };
      const at = this.clock.instant();
      const next = await openAssessment(tx, actor, enrolment, input.leadAssessorId, at);
      await carryOver(tx, actor, next, claims, at);
      return true;
    });
    return { id, created };
  }

  /** The claims that come along, each to its own target. A closed assessment no longer changes, so this may come first. */
  private async chosen(actor: Actor, assessmentId: string, input: Reassess): Promise<CarriedClaim[]> {
    const reader = this.db.read;
    const { assessment } = await access(reader, actor, assessmentId, 'reassess');
    const at = closedAt(assessment);
    if (!at) throw new DomainError('assessment_undecided');
    const chosen = await claimsToCarry(reader, assessmentId, at, this.guides, (claim) => isChosen(claim, input));
    const missing = (input.carryOver === 'chosen' ? (input.claimIds ?? []) : []).filter(
      (id) => !chosen.some(({ id: known }) => known === id),
    );
    if (missing.length > 0) throw new DomainError('not_found');
    return chosen.map((claim) => ({ claim, targetRef: claim.targetRef }));
  }
}

function isChosen({ claim, state }: ClaimView, { carryOver: choice, claimIds = [] }: Reassess): boolean {
  if (choice === 'chosen') return claimIds.includes(claim.id);
  return choice === 'all' || (choice === 'accepted' && state === 'accepted');
}

/** The claims of an assessment that stood at that moment and that `wanted` asks for; none on unsigned records. */
export async function claimsToCarry(
  reader: Reader,
  assessmentId: string,
  at: string,
  guides: AssessmentGuides,
  wanted: (claim: ClaimView) => boolean,
): Promise<Claim[]> {
  const facts = withoutDrafts(await loadFacts(reader, assessmentId, { guides, at }));
  const { view } = evaluate(facts);
  const ids = new Set(view.claims.filter((one) => one.live && wanted(one)).map(({ claim }) => claim.id));
  const rows = await reader.find(Claim, { where: { assessmentId }, order: { id: 'ASC' } });
  return rows.filter(({ id }) => ids.has(id));
}
