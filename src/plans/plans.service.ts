import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { access, accessToChange } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId, sha256 } from '../common/ids.js';
import { type Page, type PageQuery } from '../common/paging.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { documentName } from '../competencies/document-name.js';
import { Database, type Tx } from '../database/database.js';
import { dropNotices, notify } from '../notices/notify.js';
import { settingsAt } from '../settings/settings-at.js';
import { contentOf, planSha256 } from './content.js';
import { planFaults } from './faults.js';
import { groundOf } from './ground.js';
import { Plan, type PlanContent } from './plan.entity.js';
import { type MakePlan } from './plans.dto.js';
import { type PlanPerson, type WholePlan } from './plans.view.js';
import { proposedContent } from './proposal.js';
import { latestPlan, planPeople, planVersions, wholePlans } from './queries.js';

@Injectable()
export class PlansService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guides: AssessmentGuides,
  ) {}

  /** What to begin with, upon whatever version there is by now. Nothing is stored. */
  async propose(
    actor: Actor,
    assessmentId: string,
  ): Promise<{ content: PlanContent; basedOnVersion: number; privacyNotice: string }> {
    const { assessment } = await access(this.db.read, actor, assessmentId, 'plan');
    const ground = await groundOf(this.db.read, assessment, this.guides);
    const latest = await latestPlan(this.db.read, assessmentId);
    const { settings } = await settingsAt(this.db.read, assessment.bodyId, this.clock.instant());
    const { privacyNotice } = settings;
    return { content: proposedContent(ground), basedOnVersion: latest?.version ?? 0, privacyNotice };
  }

  /**
   * The next version of the plan; earlier ones stay, and what was acknowledged was only them. Made upon the latest one,
   * so that of two who edit at once the second sees what the first did. The same sent twice is one plan.
   */
  async make(actor: Actor, assessmentId: string, input: MakePlan): Promise<{ id: string; created: boolean }> {
    const id = input.id ?? newId();
    const created = await this.db.write(async (tx) => {
      const { assessment } = await access(tx, actor, assessmentId, 'plan');
      const ground = await groundOf(tx, assessment, this.guides);
      const content = contentOf(input, ground);
      const { basedOnVersion } = input;
      if (await isRepeated(tx, { id, assessmentId, madeBy: actor.userId, content, basedOnVersion })) return false;
      await accessToChange(tx, actor, assessmentId, 'plan');
      const fields = planFaults(input, ground).slice(0, 100);
      if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
      const latest = await latestPlan(tx, assessmentId);
      if ((latest?.version ?? 0) !== basedOnVersion) throw new DomainError('precondition_failed');
      const madeAt = this.clock.instant();
      const { version: settingsVersion, settings } = await settingsAt(tx, assessment.bodyId, madeAt);
      const plan: Plan = {
        id,
        assessmentId,
        version: basedOnVersion + 1,
        content,
        privacyNotice: settings.privacyNotice,
        settingsVersion,
        guideSha256: ground.guide && sha256(canonicalize(ground.guide)!),
        madeBy: actor.userId,
        madeAt,
      };
      await tx.insert(Plan, plan);
      await this.tell(tx, assessment, plan, latest);
      await audit(tx, actor, {
        at: madeAt,
        action: 'plan.made',
        subjectId: assessmentId,
        bodyId: assessment.bodyId,
        data: { planId: id, version: plan.version, contentSha256: planSha256(plan), settingsVersion },
      });
      return true;
    });
    return { id, created };
  }

  /** Asks the candidate to acknowledge this version; what was asked about the one before is asked no more. */
  private async tell(
    tx: Tx,
    { id, bodyId, candidateId, documentId }: Assessment,
    { id: causeId, madeAt: at }: Plan,
    before: Plan | null,
  ): Promise<void> {
    if (before) await dropNotices(tx, before.id, at);
    const params = {
      document: await documentName(tx, documentId),
      place: `/assessments/${id}/acknowledgement` as const,
    };
    await notify(tx, { kind: 'plan_to_acknowledge', to: { userId: candidateId }, bodyId, params, causeId, at });
  }

  /** The versions, the newest first. */
  async list(
    actor: Actor,
    assessmentId: string,
    query: PageQuery,
  ): Promise<{ page: Page<WholePlan>; people: PlanPerson[] }> {
    const { standing } = await access(this.db.read, actor, assessmentId, 'read');
    const page = await planVersions(this.db.read, assessmentId, query);
    const items = await wholePlans(this.db.read, page.items);
    const toCandidate = standing.candidate;
    return {
      page: { ...page, items },
      people: await planPeople(this.db.read, assessmentId, page.items, { toCandidate }),
    };
  }

  async find(actor: Actor, id: string): Promise<{ whole: WholePlan; people: PlanPerson[] }> {
    const plan = found(await this.db.read.findOneBy(Plan, { id }));
    const { standing } = await access(this.db.read, actor, plan.assessmentId, 'read');
    const [whole] = await wholePlans(this.db.read, [plan]);
    const toCandidate = standing.candidate;
    return { whole: whole!, people: await planPeople(this.db.read, plan.assessmentId, [plan], { toCandidate }) };
  }
}

/** Whether the plan under a client's id is this very one. An id used for anything else is refused, whoever else's it is. */
async function isRepeated(
  tx: Tx,
  plan: Pick<Plan, 'id' | 'assessmentId' | 'madeBy' | 'content'> & { basedOnVersion: number },
): Promise<boolean> {
  const stored = await tx.findOneBy(Plan, { id: plan.id });
  if (!stored) return false;
  const same =
    stored.assessmentId === plan.assessmentId &&
    stored.madeBy === plan.madeBy &&
    stored.version === plan.basedOnVersion + 1 &&
    canonicalize(stored.content) === canonicalize(plan.content);
  if (!same) throw new DomainError('already_exists');
  return true;
}
