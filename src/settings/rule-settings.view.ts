import { ApiProperty } from '@nestjs/swagger';
import { pageView } from '../common/paging.js';
import { type ClassScheme } from './evidence-class.js';
import { classSchemeSchema } from './rule-settings.dto.js';
import { type RuleSettings } from './rule-settings.js';

/** The values in force, all of them. */
export class RuleSettingsValues implements RuleSettings {
  currencyWindowMonths: number;
  @ApiProperty(classSchemeSchema)
  classScheme: ClassScheme;
  knowledgeAndSkills: 'warns' | 'blocks';
  minimumMethods: number;
  minimumClasses: number;
  independentItems: number;
  largestShareDivisor: number;
  continuousDates: number;
  appealDays: number;
  evidenceYears: number;
  judgementYears: number;
  certificateYears: number;
  invitationDays: number;
  privacyNotice: string;
}

/** Who changed settings. */
export class SettingsAuthor {
  id: string;
  name: string;
}

export class RuleSettingsView {
  bodyId: string;
  /** 0 while the defaults are in force. Send it as `If-Match` with a change. */
  version: number;
  settings: RuleSettingsValues;
  reason: string | null;
  /** Null for the defaults, and for what an upgrade of the software carried over. */
  changedBy: SettingsAuthor | null;
  changedAt: string | null;
}

export class RuleSettingsPage extends pageView(RuleSettingsView) {}
