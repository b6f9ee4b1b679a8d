import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { access, accessToChange } from '../assessments/access.js';
import { Assessment, closedAt } from '../assessments/assessment.entity.js';
import { openAssessment } from '../assessments/enrolment.js';
import { closeByWithdrawal } from '../assessments/withdrawals.service.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { groupBy } from '../common/group-by.js';
import { newId } from '../common/ids.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { isClaimable } from '../competencies/claimable.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { Database, type Reader } from '../database/database.js';
import { type Claim } from '../evidence/claim.entity.js';
import { carryOver } from './carry-over.js';
import { type Match, matchVersions } from './match.js';
import { lastOutcome, requireMayAppoint, requireSettled } from './outcome.js';
import { type ConfirmedMatch, type MoveToVersion } from './reassessments.dto.js';
import { claimsToCarry } from './reassessments.service.js';

type Version = Pick<CompetencyDocument, 'id' | 'code' | 'baseCode' | 'version' | 'edition' | 'name'>;

/** What would become of an assessment under a newer version: matches, new targets, and the claims each match would take. */
export interface Proposal {
  from: Version;
  to: Version;
  matches: (Match & { claims: Claim[] })[];
  added: CompetencyItem[];
}

@Injectable()
export class TransitionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guides: AssessmentGuides,
  ) {}

  /** Says what the evidence of an assessment still covers in a newer version. It moves nothing. */
  async propose(actor: Actor, assessmentId: string, documentId: string): Promise<Proposal> {
    const reader = this.db.read;
    const { assessment } = await access(reader, actor, assessmentId, 'see_judgements');
    const { from, to } = await versions(reader, assessment.documentId, documentId);
    const { matches, added } = matchVersions(await targets(reader, from.id), await targets(reader, to.id));
    const claims = groupBy(await this.standing(reader, assessment), ({ targetRef }) => targetRef);
    const withClaims = matches.map((match) => ({ ...match, claims: claims.get(match.from.ref) ?? [] }));
    return { from, to, matches: withClaims, added: added as CompetencyItem[] };
  }

  /**
   * Goes on under a newer version with the matches that a person confirmed: a new assessment, whose claims are judged
   * again. One that was still open is closed. Answers its id; the same id again answers what is there.
   */
  async move(actor: Actor, assessmentId: string, input: MoveToVersion): Promise<{ id: string; created: boolean }> {
    const id = input.id ?? newId();
    const created = await this.db.write(async (tx) => {
      const granted = await access(tx, actor, assessmentId, 'reassess');
      const { assessment } = granted;
      const known = await tx.findOneBy(Assessment, { id });
      if (known && (known.previousId !== assessmentId || known.documentId !== input.documentId))
        throw new DomainError('already_exists');
      if (known) return false;
      requireMayAppoint(actor, granted, input.leadAssessorId);
      const { to } = await versions(tx, assessment.documentId, input.documentId);
      const confirmed = await checkMapping(tx, assessment.documentId, to.id, input.mapping);
      if (await tx.existsBy(Assessment, { previousId: assessmentId })) throw new DomainError('already_exists');
      requireSettled(await lastOutcome(tx, assessmentId), input.leadAssessorId);
      const claims = await this.standing(tx, assessment);
      const at = this.clock.instant();
      if (!closedAt(assessment)) {
        const open = await accessToChange(tx, actor, assessmentId, 'reassess');
        await closeByWithdrawal(tx, actor, open.assessment, `改依新版本 ${to.code} 評量。`, at);
      }
      const { bodyId, candidateId, pathway, cohort, workplace } = assessment;
      const same = { bodyId, candidateId, pathway, cohort, workplace };
      const enrolment = { id, ...same, documentId: to.id, previousId: assessmentId };
      const next = await openAssessment(tx, actor, enrolment, input.leadAssessorId, at);
      const carried = claims.flatMap((claim) => {
        const targetRef = confirmed.get(claim.targetRef);
        return targetRef ? [{ claim, targetRef }] : [];
      });
      await carryOver(tx, actor, next, carried, at);
      return true;
    });
    return { id, created };
  }

  /** The claims that stand and that nobody has rejected. */
  private async standing(reader: Reader, assessment: Assessment): Promise<Claim[]> {
    const at = closedAt(assessment) ?? this.clock.instant();
    return claimsToCarry(reader, assessment.id, at, this.guides, ({ state }) => state !== 'rejected');
  }
}

/** Both versions, the second a newer one of the same document. */
async function versions(reader: Reader, fromId: string, toId: string): Promise<{ from: Version; to: Version }> {
  const select = { id: true, code: true, baseCode: true, version: true, edition: true, name: true } as const;
  const rows = await reader.find(CompetencyDocument, { where: { id: In([fromId, toId]) }, select });
  const from = found(rows.find(({ id }) => id === fromId));
  const to = found(rows.find(({ id }) => id === toId));
  const newer = to.version > from.version || (to.version === from.version && to.edition > from.edition);
  if (to.baseCode !== from.baseCode || !newer) throw new DomainError('not_a_newer_version', { code: from.code });
  return { from, to };
}

async function targets(reader: Reader, documentId: string): Promise<CompetencyItem[]> {
  return (await reader.find(CompetencyItem, { where: { documentId }, order: { position: 'ASC' } })).filter(isClaimable);
}

/** The mapping by the ref before; each pair names two targets of one type. */
async function checkMapping(
  reader: Reader,
  fromId: string,
  toId: string,
  mapping: readonly ConfirmedMatch[],
): Promise<Map<string, string>> {
  const typesOf = async (id: string) => new Map((await targets(reader, id)).map(({ ref, type }) => [ref, type]));
  const before = await typesOf(fromId);
  const after = await typesOf(toId);
  const fields = mapping.flatMap(({ from, to }, index) => {
    if (!before.has(from)) return [{ field: `mapping.${index}.from`, rule: 'isIn' }];
    return after.get(to) === before.get(from) ? [] : [{ field: `mapping.${index}.to`, rule: 'isIn' }];
  });
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields: fields.slice(0, 100) });
  return new Map(mapping.map(({ from, to }) => [from, to]));
}
