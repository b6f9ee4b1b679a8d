import { Injectable } from '@nestjs/common';
import { owesBlindJudgements } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { EvidenceAccess } from '../evidence/evidence-access.entity.js';
import { withheldIds } from '../evidence/redactions.js';
import { locales } from '../i18n/i18n.js';
import { Membership } from '../people/membership.entity.js';
import { canAdminister, canSeeBody } from '../people/people.policy.js';
import { User } from '../people/user.entity.js';
import { type ExportedAssessment, type PersonExport } from './export.js';

/** What goes into the archive of everything about a person. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** For the person: all of it, at every body. */
  mine(actor: Actor): Promise<PersonExport> {
    return this.prepare(actor, actor.userId, null);
  }

  /** For an administrator, of somebody who is or was at the body: what the body knows. It is told in the access log. */
  async ofPerson(actor: Actor, bodyId: string, userId: string): Promise<PersonExport> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canAdminister(actor, bodyId)) throw new DomainError('forbidden');
    found(await this.db.read.findOneBy(Membership, { bodyId, userId }));
    await refuseBlind(this.db.read, actor, userId, bodyId);
    return this.prepare(actor, userId, bodyId);
  }

  private async prepare(actor: Actor, userId: string, bodyId: string | null): Promise<PersonExport> {
    const at = this.clock.now();
    const { name, locale } = found(await this.db.read.findOneBy(User, { id: userId }));
    const assessments: ExportedAssessment[] = await this.db.read.sql`
      SELECT a.id, a.attempt, d.code, d.name FROM assessments a JOIN competency_documents d ON d.id = a.document_id
      WHERE a.candidate_id = ${userId} AND (a.body_id = ${bodyId ?? ''} OR 1 = ${bodyId ? 0 : 1}) ORDER BY a.id`;
    await this.db.write(async (tx) => {
      if (actor.userId !== userId) await this.tell(tx, actor, assessments, at.toISOString());
      const entry = { at: at.toISOString(), action: 'person.exported', subjectId: userId, bodyId };
      await audit(tx, actor, { ...entry, data: { assessments: assessments.length } });
    });
    return { userId, bodyId, name, locale: locales.find((known) => known === locale) ?? locales[0], assessments, at };
  }

  /** Before the bytes leave, so that none leave untold. */
  private async tell(tx: Tx, actor: Actor, assessments: readonly ExportedAssessment[], at: string): Promise<void> {
    for (const { id: assessmentId } of assessments) {
      const files: { id: string; itemId: string; redactionOf: string | null }[] = await tx.sql`
        SELECT f.id, f.item_id AS "itemId", f.redaction_of AS "redactionOf"
        FROM evidence_files f JOIN evidence_items i ON i.id = f.item_id
        WHERE i.assessment_id = ${assessmentId} ORDER BY f.position, f.id`;
      const withheld = withheldIds(files);
      const taken = files.filter(({ id }) => !withheld.has(id));
      const rows = taken.map(({ id: fileId, itemId }): EvidenceAccess => {
        return { id: newId(), assessmentId, itemId, fileId, userId: actor.userId, kind: 'download', at, via: 'export' };
      });
      for (let i = 0; i < rows.length; i += 50) await tx.insert(EvidenceAccess, rows.slice(i, i + 50));
    }
  }
}

/** Whoever is yet to judge one of the assessments blind is not handed what the assessors found. */
async function refuseBlind(reader: Reader, actor: Actor, userId: string, bodyId: string): Promise<void> {
  const owed: unknown[] = await reader.sql`
    SELECT 1 FROM assessments a CROSS JOIN (SELECT ${actor.userId} AS id) me
    WHERE a.candidate_id = ${userId} AND a.body_id = ${bodyId} AND ${() => owesBlindJudgements('me.id')} LIMIT 1`;
  if (owed.length > 0) throw new DomainError('blind_review');
}
