import { Injectable } from '@nestjs/common';
import { access } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, type PageQuery, pageOf } from '../common/paging.js';
import { Database, type Reader } from '../database/database.js';
import { judgementFaults, rulesOf } from '../judgements/faults.js';
import { type JudgeClaim } from '../judgements/judgements.dto.js';
import { blindClaims } from './blind-claims.js';
import { BlindJudgement } from './blind-judgement.entity.js';
import { type BlindClaimView } from './blind.view.js';
import { SampleAssignment } from './sampling.entity.js';

/** More claims than an assessment can have. */
const all = 1_000_000;

/** A second judgement by a verifier who does not know the first. It changes no judgement and no verdict. */
@Injectable()
export class BlindService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What the verifier is to judge, with their own answers so far and without anybody else's. */
  async list(
    actor: Actor,
    assessmentId: string,
    query: PageQuery,
  ): Promise<Page<BlindClaimView> & { outstanding: number }> {
    await requireBlind(this.db.read, actor, assessmentId);
    const range = { after: afterKey(query) ?? '', limit: query.limit + 1 };
    const claims = await blindClaims(this.db.read, assessmentId, actor.userId, range);
    const everything = await blindClaims(this.db.read, assessmentId, actor.userId, { after: '', limit: all });
    const outstanding = everything.filter(({ answer }) => answer === null).length;
    return { ...pageOf(claims, query.limit, ({ id }) => id), outstanding };
  }

  /** Answers claims, all or none, each once: what the assessors said may be known from the last one on. */
  async judge(actor: Actor, assessmentId: string, input: JudgeClaim[]): Promise<BlindJudgement[]> {
    return this.db.write(async (tx) => {
      const { bodyId } = await requireBlind(tx, actor, assessmentId);
      const claims = await blindClaims(tx, assessmentId, actor.userId, { after: '', limit: all });
      const judgeable = new Map(
        claims.map(({ id }) => [id, { withdrawn: false, evidenceWithdrawn: false, unsigned: false }]),
      );
      const fields = judgementFaults(input, judgeable);
      if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields: fields.slice(0, 100) });
      const answered = new Set(claims.flatMap(({ id, answer }) => (answer ? id : [])));
      if (input.some(({ claimId }) => answered.has(claimId))) throw new DomainError('blind_judgement_given');
      const judgedAt = this.clock.instant();
      const rows = input.map((one): BlindJudgement => {
        const { claimId, decision, reason } = one;
        const by = { judgedBy: actor.userId, judgedAt };
        return { id: newId(), assessmentId, claimId, decision, rules: rulesOf(one), reason: reason || null, ...by };
      });
      await tx.insert(BlindJudgement, rows);
      const data = { judgements: rows.map(({ id, claimId, decision }) => [id, claimId, decision]) };
      const action = 'claims.judged_blind';
      await audit(tx, actor, { at: judgedAt, action, subjectId: assessmentId, bodyId, data });
      return rows;
    });
  }
}

/** For a verifier who was given the assessment to judge blind; any other may have seen what is not to be seen. */
async function requireBlind(reader: Reader, actor: Actor, assessmentId: string): Promise<{ bodyId: string }> {
  const { assessment } = await access(reader, actor, assessmentId, 'judge_blind');
  const assigned = await reader.existsBy(SampleAssignment, { assessmentId, verifierId: actor.userId, blind: true });
  if (!assigned) throw new DomainError('not_blind');
  return assessment;
}
