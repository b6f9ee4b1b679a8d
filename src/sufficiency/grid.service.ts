import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { owesBlindJudgements, visibleTo } from '../assessments/access.js';
import { closedAt } from '../assessments/assessment.entity.js';
import { type Actor, hasRole } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { afterKey, pageOf } from '../common/paging.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { Database } from '../database/database.js';
import { canSeeBody } from '../people/people.policy.js';
import { User } from '../people/user.entity.js';
import { settingsHistory } from '../settings/settings-at.js';
import { type GridQuery } from './grid.dto.js';
import { gridLine, type GridLine, gridTargets } from './grid.js';
import { gridColumnView, type GridRow, gridRowView, type GridView } from './grid.view.js';
import { Kept } from './kept.js';
import { pinnedDocument } from './load-document.js';
import { factsOf, loadSurroundings, type Measured, withoutDrafts } from './load-facts.js';

/**
 * The cohort grid. Its states are exactly those of the coverage, so each line is worked out by all the rules, once a
 * revision: a line is kept with a stamp of everything it depends on, and worked out again when the stamp differs.
 */
@Injectable()
export class GridService {
  private readonly kept = new Kept<GridLine>(20_000);

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guides: AssessmentGuides,
  ) {}

  /**
   * A page of candidates × criteria in a fixed number of queries. Nobody finds themselves in it, nor what
   * they are to judge blind.
   */
  async page(actor: Actor, bodyId: string, query: GridQuery): Promise<GridView> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!hasRole(actor, bodyId, 'administrator', 'officer', 'assessor', 'verifier')) throw new DomainError('forbidden');
    const document = await pinnedDocument(this.db.read, query.documentId);
    const { items, next } = pageOf(await this.rows(actor, bodyId, query), query.limit, ({ id }) => id);
    // Until it is signed a record is for those who assess or run the body; verifiers look without it.
    const drafts = hasRole(actor, bodyId, 'administrator', 'officer', 'assessor');
    const lines = await this.lines(bodyId, items, drafts);
    return {
      columns: gridTargets(document.facts).map(gridColumnView),
      items: items.map((row, index) => gridRowView(row, lines[index]!)),
      next,
    };
  }

  private async rows(actor: Actor, bodyId: string, query: GridQuery): Promise<GridRow[]> {
    const rows = visibleTo(this.db.read, actor)
      .innerJoin(User, 'u', 'u.id = a.candidate_id')
      .leftJoin('verdicts', 'v', 'v.assessment_id = a.id')
      .andWhere('a.body_id = :bodyId AND a.document_id = :documentId', { bodyId, documentId: query.documentId })
      .andWhere('a.candidate_id <> :actorId')
      .andWhere(`NOT ${owesBlindJudgements(':actorId')}`);
    if (query.cohort) rows.andWhere('a.cohort = :cohort', { cohort: query.cohort });
    const after = afterKey(query);
    if (after) rows.andWhere('a.id > :after', { after });
    const columns = [
      'id',
      'bodyId',
      'documentId',
      'candidateId',
      'attempt',
      'pathway',
      'cohort',
      'revision',
      'decidedAt',
      'withdrawnAt',
    ];
    rows.select(columns.map((column) => `a.${column} AS "${column}"`));
    return rows
      .addSelect('u.name', 'candidateName')
      .addSelect('v.outcome', 'outcome')
      .orderBy('a.id')
      .limit(query.limit + 1)
      .getRawMany<GridRow>();
  }

  private async lines(bodyId: string, rows: readonly GridRow[], drafts: boolean): Promise<GridLine[]> {
    const at = this.clock.instant();
    const around = `${dateIn(at)} ${await this.stampOf(bodyId)}`;
    const settings = await settingsHistory(this.db.read, bodyId);
    const measured = rows.map((row) => {
      const measuredAt = closedAt(row) ?? at;
      const stamp = `${row.revision} ${closedAt(row) ?? ''} ${settings.at(measuredAt).version} ${around}`;
      return { ...row, at: measuredAt, stamp, key: `${row.id} ${drafts}` };
    });
    const lines = new Map(measured.map(({ id, key, stamp }) => [id, this.kept.get(key, stamp)]));
    const stale = measured.filter(({ id }) => !lines.get(id));
    for (const [id, line] of stale.length > 0 ? await this.work(stale, drafts) : []) lines.set(id, line);
    return measured.map(({ id }) => lines.get(id)!);
  }

  private async work(
    stale: readonly (Measured & { key: string; stamp: string })[],
    drafts: boolean,
  ): Promise<Map<string, GridLine>> {
    const surroundings = await loadSurroundings(this.db.read, stale, this.guides);
    const lines = new Map<string, GridLine>();
    for (const facts of await factsOf(this.db.read, stale, surroundings)) {
      // Others are served in between.
      if (lines.size % 100 === 99) await setImmediate();
      lines.set(facts.assessmentId, gridLine(drafts ? facts : withoutDrafts(facts)));
    }
    for (const { id, key, stamp } of stale) this.kept.put(key, stamp, lines.get(id)!);
    return lines;
  }

  /** What lines depend on beside their assessments and settings: the body's qualifications, which only grow. */
  private async stampOf(bodyId: string): Promise<string> {
    const [row] = await this.db.read.sql<Record<string, unknown>[]>`
      SELECT COUNT(id) AS recorded, COUNT(revoked_at) AS revoked FROM qualifications WHERE body_id = ${bodyId}`;
    return JSON.stringify(row);
  }
}
