import canonicalize from 'canonicalize';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { requireMatch } from '../common/etag.js';
import { newId, sha256 } from '../common/ids.js';
import { afterNumber, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { Database, type Reader } from '../database/database.js';
import { namesOf } from '../people/names.js';
import { canAdminister, canSeeBody } from '../people/people.policy.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { RuleSettingsVersion } from './rule-settings-version.entity.js';
import { type ChangeRuleSettings } from './rule-settings.dto.js';
import { defaultRuleSettings, type RuleSettings, wholeSettings } from './rule-settings.js';
import { type RuleSettingsView } from './rule-settings.view.js';

@Injectable()
export class RuleSettingsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What everybody at the body is judged by now. */
  async current(actor: Actor, bodyId: string): Promise<RuleSettingsView> {
    await this.requireSight(actor, bodyId);
    return this.view(bodyId, await latest(this.db.read, bodyId));
  }

  /** Every version ever set, the newest first, and last version 0: the defaults that they began with. */
  async versions(actor: Actor, bodyId: string, query: PageQuery): Promise<Page<RuleSettingsView>> {
    await this.requireSight(actor, bodyId);
    const before = query.cursor ? { version: LessThan(afterNumber(query)) } : {};
    const rows = await this.db.read.find(RuleSettingsVersion, {
      where: { bodyId, ...before },
      order: { version: 'DESC' },
      take: query.limit + 1,
    });
    const all = rows.length > query.limit ? rows : [...rows, null];
    const page = pageOf(all, query.limit, (row) => String(row?.version ?? 0));
    const names = await namesOf(
      this.db.read,
      rows.map(({ changedBy }) => changedBy),
    );
    return { ...page, items: page.items.map((row) => viewOf(bodyId, row, names)) };
  }

  /**
   * A new version, made upon the one that was read last. Settings that are so already make none, so that asking twice
   * does no harm. What was decided before keeps the version it was decided under.
   */
  async change(
    actor: Actor,
    bodyId: string,
    { reason, ...changes }: ChangeRuleSettings,
    ifMatch: string | undefined,
  ): Promise<RuleSettingsView> {
    await this.requireSight(actor, bodyId);
    if (!canAdminister(actor, bodyId)) throw new DomainError('forbidden');
    const row = await this.db.write(async (tx) => {
      const standing = await latest(tx, bodyId);
      const before = wholeSettings(standing?.settings ?? {});
      const settings = changed(before, changes);
      if (canonicalize(settings) === canonicalize(before)) return standing;
      const version = standing?.version ?? 0;
      requireMatch(ifMatch, version);
      const next: RuleSettingsVersion = {
        id: newId(),
        bodyId,
        version: version + 1,
        settings,
        reason,
        changedBy: actor.userId,
        changedAt: this.clock.instant(),
      };
      await tx.insert(RuleSettingsVersion, next);
      const data = { version: next.version, settingsSha256: sha256(canonicalize(settings)!) };
      await audit(tx, actor, { at: next.changedAt, action: 'rule_settings.changed', subjectId: bodyId, bodyId, data });
      return next;
    });
    return this.view(bodyId, row);
  }

  private async view(bodyId: string, row: RuleSettingsVersion | null): Promise<RuleSettingsView> {
    return viewOf(bodyId, row, await namesOf(this.db.read, row ? [row.changedBy] : []));
  }

  private async requireSight(actor: Actor, bodyId: string): Promise<void> {
    found(canSeeBody(actor, bodyId) ? await this.db.read.findOneBy(TrainingBody, { id: bodyId }) : null);
  }
}

function latest(reader: Reader, bodyId: string): Promise<RuleSettingsVersion | null> {
  return reader.findOne(RuleSettingsVersion, { where: { bodyId }, order: { version: 'DESC' } });
}

/** What is left out stays; what is nothing becomes the default. */
function changed(before: RuleSettings, changes: Omit<ChangeRuleSettings, 'reason'>): RuleSettings {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const values = given.map(([name, value]) => [name, value || defaultRuleSettings[name as keyof RuleSettings]]);
  return { ...before, ...(Object.fromEntries(values) as Partial<RuleSettings>) };
}

function viewOf(bodyId: string, row: RuleSettingsVersion | null, names: Map<string, string>): RuleSettingsView {
  const name = row && names.get(row.changedBy);
  return {
    bodyId,
    version: row?.version ?? 0,
    settings: wholeSettings(row?.settings ?? {}),
    reason: row?.reason ?? null,
    changedBy: row && name ? { id: row.changedBy, name } : null,
    changedAt: row?.changedAt ?? null,
  };
}
