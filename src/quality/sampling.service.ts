import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, afterNumber, type Page, type PageQuery, pageOf } from '../common/paging.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { Database, type Reader } from '../database/database.js';
import { Membership } from '../people/membership.entity.js';
import { draw, type Drawn } from './draw.js';
import { populationOf } from './population.js';
import { requirePlanner, requireQuality } from './quality.policy.js';
import { type MakeSamplingPlan } from './sampling.dto.js';
import { Sample, SamplingPlan } from './sampling.entity.js';
import { type DrawOutcome, type NamedSample } from './sampling.view.js';
import { namedSamples } from './sample-queries.js';

const defaultThresholds = { newAssessor: 5, newUnit: 5, firstVerdicts: 3 };

/** Which verdicts are looked at again: planned first, drawn by lot, explained, and never undone. */
@Injectable()
export class SamplingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes a plan. Its seed comes with it, so that nobody can choose a plan by what it draws without leaving a trace. */
  async plan(actor: Actor, bodyId: string, input: MakeSamplingPlan): Promise<{ plan: SamplingPlan; created: boolean }> {
    requirePlanner(actor, bodyId);
    const id = input.id?.toLowerCase() ?? newId();
    return this.db.write(async (tx) => {
      const known = await tx.findOneBy(SamplingPlan, { id });
      if (known && (known.bodyId !== bodyId || known.madeBy !== actor.userId)) throw new DomainError('already_exists');
      if (known) return { plan: known, created: false };
      await refuseUnknown(tx, bodyId, input);
      const plan: SamplingPlan = {
        id,
        bodyId,
        documentBaseCode: input.documentBaseCode ?? null,
        assessorId: input.assessorId?.toLowerCase() ?? null,
        periodFrom: input.periodFrom,
        periodTo: input.periodTo,
        basePercent: input.basePercent,
        minimum: input.minimum ?? 0,
        risk: { ...input.risk },
        thresholds: { ...(input.thresholds ?? defaultThresholds) },
        blind: input.blind ?? false,
        seed: randomBytes(16).toString('hex'),
        madeBy: actor.userId,
        madeAt: this.clock.instant(),
      };
      await tx.insert(SamplingPlan, plan);
      const data = { planId: id, seed: plan.seed };
      await audit(tx, actor, { at: plan.madeAt, action: 'sampling.planned', subjectId: id, bodyId, data });
      return { plan, created: true };
    });
  }

  /** The plans of a body, oldest first. */
  async plans(actor: Actor, bodyId: string, query: PageQuery): Promise<Page<SamplingPlan>> {
    requireQuality(actor, bodyId);
    const rows = this.db.read.createQueryBuilder(SamplingPlan, 'p').where('p.body_id = :bodyId', { bodyId });
    const after = afterKey(query);
    if (after) rows.andWhere('p.made_at || p.id > :after', { after });
    const plans = await rows
      .orderBy('p.made_at || p.id')
      .limit(query.limit + 1)
      .getMany();
    return pageOf(plans, query.limit, ({ madeAt, id }) => madeAt + id);
  }

  /** What a draw would add now; nothing is drawn. */
  async preview(actor: Actor, bodyId: string, planId: string): Promise<DrawOutcome> {
    requirePlanner(actor, bodyId);
    return this.drawing(await planOf(this.db.read, bodyId, planId));
  }

  /** Draws from the verdicts there are by now what was not drawn before. */
  async draw(actor: Actor, bodyId: string, planId: string): Promise<DrawOutcome> {
    requirePlanner(actor, bodyId);
    const outcome = await this.drawing(await planOf(this.db.read, bodyId, planId));
    const drawn = await this.db.write(async (tx) => {
      const there = new Set((await tx.findBy(Sample, { planId })).map(({ assessmentId }) => assessmentId));
      const drawnAt = this.clock.instant();
      const samples = outcome.drawn
        .filter(({ assessmentId }) => !there.has(assessmentId))
        .map((one) => ({ id: newId(), planId, ...one, drawnAt }));
      for (let i = 0; i < samples.length; i += 500) await tx.insert(Sample, samples.slice(i, i + 500));
      const data = { population: outcome.population, drawn: samples.length };
      await audit(tx, actor, { at: drawnAt, action: 'samples.drawn', subjectId: planId, bodyId, data });
      return samples;
    });
    return { ...outcome, drawn };
  }

  /** What a plan has drawn, in the order of the lots, with why and who verifies it. */
  async samples(actor: Actor, bodyId: string, planId: string, query: PageQuery): Promise<Page<NamedSample>> {
    requireQuality(actor, bodyId);
    const plan = await planOf(this.db.read, bodyId, planId);
    const skip = afterNumber(query);
    const rows = await this.db.read.find(Sample, {
      where: { planId },
      order: { drawnAt: 'ASC', rank: 'ASC', id: 'ASC' },
      skip,
      take: query.limit + 1,
    });
    const page = pageOf(
      rows.map((sample, index) => ({ sample, place: skip + index + 1 })),
      query.limit,
      ({ place }) => String(place),
    );
    const items = await namedSamples(
      this.db.read,
      plan,
      page.items.map(({ sample }) => sample),
    );
    return { ...page, items };
  }

  private async drawing(plan: SamplingPlan): Promise<DrawOutcome & { drawn: Drawn[] }> {
    const before = await this.db.read.find(Sample, { where: { planId: plan.id }, select: { assessmentId: true } });
    const population = await populationOf(this.db.read, plan);
    const known = new Set(before.map(({ assessmentId }) => assessmentId));
    return { plan, population: population.length, before: known.size, drawn: draw(plan, population, known) };
  }
}

async function planOf(reader: Reader, bodyId: string, id: string): Promise<SamplingPlan> {
  return found(await reader.findOneBy(SamplingPlan, { id, bodyId }));
}

async function refuseUnknown(reader: Reader, bodyId: string, input: MakeSamplingPlan): Promise<void> {
  const { documentBaseCode: baseCode, assessorId, periodFrom, periodTo } = input;
  const fields = [];
  if (periodTo < periodFrom) fields.push({ field: 'periodTo', rule: 'notBefore' });
  if (baseCode && !(await reader.existsBy(CompetencyDocument, { baseCode })))
    fields.push({ field: 'documentBaseCode', rule: 'isIn' });
  // Somebody who has left may still have given verdicts.
  const userId = assessorId?.toLowerCase();
  if (userId && !(await reader.existsBy(Membership, { bodyId, userId, role: 'assessor' })))
    fields.push({ field: 'assessorId', rule: 'isAssessor' });
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
}
