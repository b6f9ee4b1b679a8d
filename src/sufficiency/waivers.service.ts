import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { access, accessToChange } from '../assessments/access.js';
import { requireEntitled } from '../assessments/entitlement.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { type WaiveWarning } from './answers.dto.js';
import { type NamedWaiver } from './answers.view.js';
import { evaluate } from './evaluate.js';
import { loadFacts } from './load-facts.js';
import { namedRows } from './named-rows.js';
import { Waiver, WaiverWithdrawal } from './waiver.entity.js';

/** Warnings that the lead assessor answers for. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guides: AssessmentGuides,
  ) {}

  /** Waives a warning that stands now: the rules are asked inside the write. Nothing that blocks is ever waived. */
  async waive(
    actor: Actor,
    assessmentId: string,
    input: WaiveWarning,
  ): Promise<{ waiver: NamedWaiver; created: boolean }> {
    const wanted = contentOf(input);
    const done = await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'waive');
      const known = input.id ? await tx.findOneBy(Waiver, { id: input.id }) : null;
      if (known) {
        const own = known.assessmentId === assessmentId && known.waivedBy === actor.userId;
        if (!own || !isDeepStrictEqual(contentOf(known), wanted)) throw new DomainError('already_exists');
        return { row: known, created: false };
      }
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'waive');
      const at = this.clock.instant();
      await requireEntitled(tx, actor, assessment, at);
      await this.requireOpenWarning(tx, assessmentId, wanted, at);
      const row = { id: input.id ?? newId(), assessmentId, ...wanted, waivedBy: actor.userId, waivedAt: at };
      await tx.insert(Waiver, row);
      const { rule, problem } = wanted;
      const data = { waiverId: row.id, rule, problem };
      const { bodyId } = assessment;
      await audit(tx, actor, { at, action: 'warning.waived', subjectId: assessmentId, bodyId, data });
      return { row, created: true };
    });
    const [waiver] = await namedWaivers(this.db.read, [done.row]);
    return { waiver: waiver!, created: done.created };
  }

  /** Takes a waiver back: the warning stands again, and the waiver stays to be read. To do so again changes nothing. */
  async withdraw(actor: Actor, assessmentId: string, id: string, reason: string): Promise<NamedWaiver> {
    const row = await this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'waive');
      const waiver = found(await tx.findOneBy(Waiver, { id, assessmentId }));
      if (await tx.findOneBy(WaiverWithdrawal, { id })) return waiver;
      const at = this.clock.instant();
      await tx.insert(WaiverWithdrawal, { id, reason, withdrawnBy: actor.userId, withdrawnAt: at });
      const { rule, problem } = waiver;
      const data = { waiverId: id, rule, problem };
      const { bodyId } = assessment;
      await audit(tx, actor, { at, action: 'waiver.withdrawn', subjectId: assessmentId, bodyId, data });
      return waiver;
    });
    return (await namedWaivers(this.db.read, [row]))[0]!;
  }

  /** Every waiver of an assessment, withdrawn ones too, oldest first. That others hold the same bytes is not told to a candidate (rule A4). */
  async list(actor: Actor, assessmentId: string, query: PageQuery): Promise<Page<NamedWaiver>> {
    const { standing } = await access(this.db.read, actor, assessmentId, 'see_judgements');
    const rows = this.db.read
      .createQueryBuilder(Waiver, 'w')
      .where('w.assessment_id = :assessmentId', { assessmentId })
      .orderBy('w.waived_at')
      .addOrderBy('w.id')
      .limit(query.limit + 1);
    if (standing.candidate) rows.andWhere(`w.problem <> 'same_bytes_elsewhere'`);
    const after = afterKey(query);
    if (after) {
      const [at = '', id = ''] = after.split(' ');
      rows.andWhere('(w.waived_at > :at OR (w.waived_at = :at AND w.id > :id))', { at, id });
    }
    const page = pageOf(await rows.getMany(), query.limit, ({ waivedAt, id }) => `${waivedAt} ${id}`);
    return { ...page, items: await namedWaivers(this.db.read, page.items) };
  }

  /** The waiver names what open warnings of this rule and problem concern, no less and no more. */
  private async requireOpenWarning(tx: Tx, assessmentId: string, wanted: Content, at: string): Promise<void> {
    const { findings } = evaluate(await loadFacts(tx, assessmentId, { guides: this.guides, at }));
    const { rule, problem, targets, items } = wanted;
    const covered = findings.filter(
      (finding) =>
        finding.severity === 'warns' &&
        finding.waiver === null &&
        finding.rule === rule &&
        finding.problem === problem &&
        finding.targets.every((ref) => targets.includes(ref)) &&
        finding.items.every((id) => items.includes(id)),
    );
    const concerned = {
      targets: sorted(covered.flatMap((finding) => finding.targets)),
      items: sorted(covered.flatMap((finding) => finding.items)),
    };
    if (covered.length === 0 || !isDeepStrictEqual(concerned, { targets, items })) {
      throw new DomainError('warning_not_open');
    }
  }
}

async function namedWaivers(reader: Reader, rows: readonly Waiver[]): Promise<NamedWaiver[]> {
  const withdrawn = await reader.findBy(WaiverWithdrawal, { id: In(rows.map(({ id }) => id)) });
  const withdrawals = await namedRows(reader, withdrawn, ({ withdrawnBy }) => withdrawnBy);
  const byId = new Map(withdrawals.map((one) => [one.row.id, one]));
  const waivers = await namedRows(reader, rows, ({ waivedBy }) => waivedBy);
  return waivers.map((waiver) => ({ ...waiver, withdrawal: byId.get(waiver.row.id) ?? null }));
}

type Content = Pick<Waiver, 'rule' | 'problem' | 'targets' | 'items' | 'reason'>;

function contentOf({ rule, problem, targets, items, reason }: Content): Content {
  return { rule, problem, targets: sorted(targets), items: sorted(items), reason };
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();
