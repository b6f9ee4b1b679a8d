import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor } from '../common/actor.js';
import { timeZone } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { groupBy } from '../common/group-by.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { Database } from '../database/database.js';
import { type Locale } from '../i18n/i18n.js';
import { qualityText } from '../i18n/quality.js';
import { User } from '../people/user.entity.js';
import { endOfDay, startOfDay } from '../sufficiency/dates.js';
import { type ClaimPair, loadPairs, type PairsWanted } from './agreement-pairs.js';
import { type AgreementQuery } from './agreement.dto.js';
import {
  type AgreementView,
  type AssessorAgreementView,
  comparedView,
  type TargetAgreementView,
  type UnitAgreementView,
} from './agreement.view.js';
import { requireQuality } from './quality.policy.js';

/** How far verifiers who judge blind agree with assessors. */
@Injectable()
export class AgreementService {
  constructor(private readonly db: Database) {}

  async read(actor: Actor, bodyId: string, query: AgreementQuery, locale: Locale): Promise<AgreementView> {
    requireQuality(actor, bodyId);
    const { documentId = null } = query;
    const { ofClaims, ofAssessors } = await loadPairs(this.db.read, actor.userId, wanted(bodyId, query));
    return {
      from: query.from ?? null,
      to: query.to ?? null,
      units: await this.units(ofClaims, locale),
      targets: documentId ? await this.targets(documentId, ofClaims, locale) : [],
      assessors: await this.assessors(ofAssessors, locale),
      note: qualityText('dependent_pairs', locale),
    };
  }

  private async units(pairs: readonly ClaimPair[], locale: Locale): Promise<UnitAgreementView[]> {
    const byUnit = groupBy(pairs, ({ documentId }) => documentId);
    const documents = await this.db.read.find(CompetencyDocument, {
      where: { id: In([...byUnit.keys()]) },
      select: { id: true, code: true, name: true },
      order: { code: 'ASC', id: 'ASC' },
    });
    return documents.map(({ id, code, name }) => ({
      document: { id, code, name },
      ...comparedView(byUnit.get(id)!, locale),
    }));
  }

  /** In the order of the document; what nobody judged blind is not listed. */
  private async targets(
    documentId: string,
    pairs: readonly ClaimPair[],
    locale: Locale,
  ): Promise<TargetAgreementView[]> {
    found(await this.db.read.findOne(CompetencyDocument, { where: { id: documentId }, select: { id: true } }));
    const byTarget = groupBy(pairs, ({ targetRef }) => targetRef);
    const items = await this.db.read.find(CompetencyItem, {
      where: { documentId, ref: In([...byTarget.keys()]) },
      order: { position: 'ASC' },
    });
    return items.map(({ ref, code, text }) => ({
      target: { ref, code, text },
      ...comparedView(byTarget.get(ref)!, locale),
    }));
  }

  private async assessors(pairs: readonly ClaimPair[], locale: Locale): Promise<AssessorAgreementView[]> {
    const byAssessor = groupBy(pairs, ({ assessorId }) => assessorId);
    const users = await this.db.read.find(User, {
      where: { id: In([...byAssessor.keys()]) },
      select: { id: true, name: true },
      order: { name: 'ASC', id: 'ASC' },
    });
    return users.map(({ id, name }) => ({ assessor: { id, name }, ...comparedView(byAssessor.get(id)!, locale) }));
  }
}

function wanted(bodyId: string, { documentId, from, to }: AgreementQuery): PairsWanted {
  if (from && to && to < from)
    throw new DomainError('validation_failed', {}, { fields: [{ field: 'to', rule: 'notBefore' }] });
  return {
    bodyId,
    documentId: documentId?.toLowerCase() ?? null,
    from: from ? startOfDay(timeZone, from)! : '',
    until: to ? endOfDay(timeZone, to)! : '9999',
  };
}
