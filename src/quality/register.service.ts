import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn, timeZone } from '../common/clock.js';
import { groupBy } from '../common/group-by.js';
import { afterKey, type Page, pageOf } from '../common/paging.js';
import { Database } from '../database/database.js';
import { Qualification } from '../people/qualification.entity.js';
import { addMonths, endOfDay, startOfDay } from '../sufficiency/dates.js';
import { idList } from '../sufficiency/id-list.js';
import { isInForce, qualificationState } from './qualification-state.js';
import { requireQuality } from './quality.policy.js';
import { type RegisterQuery } from './register.dto.js';
import {
  type AssessableDocumentsView,
  type RegisteredPersonView,
  type RegisteredQualificationView,
  type RegisteredRoleView,
} from './register.view.js';

interface PersonRow {
  id: string;
  name: string;
}

/** A database may count in strings. */
type Counts = { userId: string } & Record<'verdicts' | 'verifications' | 'openAssessments', number | string>;

interface Span {
  on: string;
  /** The first moment of the twelve months, and the first after the day. */
  from: string;
  until: string;
}

/** Who may assess and verify at a body on a day, by what, and how much they did. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, bodyId: string, query: RegisterQuery): Promise<Page<RegisteredPersonView> & { on: string }> {
    requireQuality(actor, bodyId);
    const on = query.on ?? dateIn(this.clock.instant());
    const until = endOfDay(timeZone, on) ?? '9999';
    const span = { on, from: startOfDay(timeZone, addMonths(on, -12))!, until };
    const after = afterKey(query) ?? '';
    const rows: PersonRow[] = await this.db.read.sql`
      SELECT u.id, u.name FROM users u
      WHERE u.name || u.id > ${after} AND EXISTS (
        SELECT 1 FROM memberships m WHERE m.user_id = u.id AND m.body_id = ${bodyId}
          AND m.role IN ('assessor', 'verifier') AND m.created_at < ${until}
          AND (m.ended_at IS NULL OR m.ended_at >= ${until}))
      ORDER BY u.name || u.id LIMIT ${query.limit + 1}`;
    const page = pageOf(rows, query.limit, ({ id, name }) => name + id);
    return { ...page, items: await this.registered(bodyId, page.items, span), on };
  }

  /** Everybody, for a table. */
  async all(actor: Actor, bodyId: string, on: string | undefined): Promise<RegisteredPersonView[]> {
    const people: RegisteredPersonView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.page(actor, bodyId, { limit: 200, cursor, on });
      people.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    return people;
  }

  private async registered(bodyId: string, people: readonly PersonRow[], span: Span): Promise<RegisteredPersonView[]> {
    if (people.length === 0) return [];
    const { on, from, until } = span;
    const ids = people.map(({ id }) => id);
    const roles: (RegisteredRoleView & { userId: string })[] = await this.db.read.sql`
      SELECT user_id AS "userId", role, created_at AS since FROM memberships
      WHERE body_id = ${bodyId} AND user_id IN (${idList(ids)}) AND role IN ('assessor', 'verifier')
        AND created_at < ${until} AND (ended_at IS NULL OR ended_at >= ${until}) ORDER BY role, created_at`;
    const qualifications = await this.db.read.find(Qualification, {
      where: { bodyId, userId: In(ids) },
      order: { validFrom: 'ASC', id: 'ASC' },
    });
    const counts: Counts[] = await this.db.read.sql`
      SELECT u.id AS "userId",
        (SELECT COUNT(*) FROM verdicts v JOIN assessments a ON a.id = v.assessment_id
         WHERE v.decided_by = u.id AND a.body_id = ${bodyId} AND v.decided_at >= ${from} AND v.decided_at < ${until})
          AS verdicts,
        (SELECT COUNT(*) FROM verifications f JOIN assessments a ON a.id = f.assessment_id
         WHERE f.verifier_id = u.id AND a.body_id = ${bodyId} AND f.signed_at >= ${from} AND f.signed_at < ${until})
          AS verifications,
        (SELECT COUNT(DISTINCT s.assessment_id) FROM assignments s JOIN assessments a ON a.id = s.assessment_id
         WHERE s.user_id = u.id AND s.duty <> 'verifier' AND a.body_id = ${bodyId} AND s.assigned_at < ${until}
           AND (s.ended_at IS NULL OR s.ended_at >= ${until}) AND (a.decided_at IS NULL OR a.decided_at >= ${until})
           AND (a.withdrawn_at IS NULL OR a.withdrawn_at >= ${until})) AS "openAssessments"
      FROM users u WHERE u.id IN (${idList(ids)})`;
    const rolesOf = groupBy(roles, ({ userId }) => userId);
    const held = groupBy(qualifications, ({ userId }) => userId);
    const countsOf = new Map(counts.map((row) => [row.userId, row]));
    return people.map(({ id, name }) => {
      const own = (held.get(id) ?? []).map((row) => qualificationView(row, on, until));
      const standing = (rolesOf.get(id) ?? []).map(({ role, since }) => ({ role, since }));
      const assesses = standing.some(({ role }) => role === 'assessor');
      const { verdicts, verifications, openAssessments } = countsOf.get(id)!;
      return {
        id,
        name,
        roles: standing,
        qualifications: own,
        mayAssess: assessable(assesses ? own : []),
        verdicts: Number(verdicts),
        verifications: Number(verifications),
        openAssessments: Number(openAssessments),
      };
    });
  }
}

function qualificationView(row: Qualification, on: string, until: string): RegisteredQualificationView {
  const { id, title, documentCodes, validFrom, validUntil, revokedAt } = row;
  const state = qualificationState(row, on, until);
  return { id, title, documentCodes, validFrom, validUntil, revokedAt, state };
}

function assessable(qualifications: readonly RegisteredQualificationView[]): AssessableDocumentsView {
  const inForce = qualifications.filter(({ state }) => isInForce(state));
  const all = inForce.some(({ documentCodes }) => documentCodes.length === 0);
  const codes = all ? [] : [...new Set(inForce.flatMap(({ documentCodes }) => documentCodes))].sort();
  return { all, codes };
}
