import { type Reader } from '../database/database.js';
import { defaultRuleSettings, type RuleSettings, wholeSettings } from './rule-settings.js';

/** Settings with the version that pins them; version 0 is the defaults, of a body that never set any. */
export interface PinnedSettings {
  readonly version: number;
  readonly settings: RuleSettings;
}

/** All versions of a body's settings. */
export interface SettingsHistory {
  /** The version in force at an instant. */
  at(instant: string): PinnedSettings;
}

interface Row {
  readonly version: number;
  readonly settings: string;
  readonly changedAt: string;
}

const defaults: PinnedSettings = { version: 0, settings: defaultRuleSettings };

/** The settings in force at a body at an instant; without one, the latest. */
export async function settingsAt(reader: Reader, bodyId: string, at: string | null): Promise<PinnedSettings> {
  const rows: Row[] = await reader.sql`
    SELECT version, settings, changed_at AS "changedAt" FROM rule_settings
    WHERE body_id = ${bodyId} AND changed_at < ${at ?? '9999'} ORDER BY version DESC LIMIT 1`;
  return rows[0] ? pinned(rows[0]) : defaults;
}

/** For what is measured at many instants, in one query. */
export async function settingsHistory(reader: Reader, bodyId: string): Promise<SettingsHistory> {
  const rows: Row[] = await reader.sql`
    SELECT version, settings, changed_at AS "changedAt" FROM rule_settings
    WHERE body_id = ${bodyId} ORDER BY version DESC`;
  const known = new Map<number, PinnedSettings>();
  return {
    at(instant) {
      // What was decided in the moment of a change was decided before it: no later write can reach back.
      const row = rows.find(({ changedAt }) => changedAt < instant);
      if (!row) return defaults;
      const settings = known.get(row.version) ?? pinned(row);
      known.set(row.version, settings);
      return settings;
    },
  };
}

function pinned({ version, settings }: Row): PinnedSettings {
  return { version, settings: wholeSettings(JSON.parse(settings) as Partial<RuleSettings>) };
}
