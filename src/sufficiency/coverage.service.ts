import { Injectable } from '@nestjs/common';
import { access } from '../assessments/access.js';
import { closedAt } from '../assessments/assessment.entity.js';
import { refuseDeleted } from '../assessments/deletions.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { sha256 } from '../common/ids.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { Database } from '../database/database.js';
import { seesDrafts } from '../evidence/items.js';
import { type Locale } from '../i18n/i18n.js';
import { coverage } from './coverage.js';
import { coverageView } from './coverage.view.js';
import { evaluate } from './evaluate.js';
import { Kept } from './kept.js';
import { type Alarms, loadAlarms } from './load-evidence.js';
import {
  factsOf,
  loadSurroundings,
  type Measured,
  type Surroundings,
  withAlarms,
  withoutDrafts,
} from './load-facts.js';

/** A coverage that can be told from the one a client has before it is worked out. */
export interface CoverageReading {
  revision: number;
  /** Stands for the rest it depends on: language, day, the body's settings, names, qualifications, alarms. */
  variant: string;
  /** The `CoverageView` as JSON. */
  json: () => Promise<string>;
}

/** 32 Mi characters of JSON: some hundreds of the largest assessments. */
const capacity = 32 * 1024 ** 2;

@Injectable()
export class CoverageService {
  private readonly kept = new Kept<string>(capacity);

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guides: AssessmentGuides,
  ) {}

  /**
   * Coverage as things stand now, or stood at the verdict or withdrawal. A candidate's leaves out what would tell them of another
   * candidate (rule A4); records that are still drafts are there only for those who may see drafts.
   */
  async read(actor: Actor, assessmentId: string, locale: Locale): Promise<CoverageReading> {
    const reader = this.db.read;
    const { assessment, standing } = await access(reader, actor, assessmentId, 'see_judgements');
    const { revision } = assessment;
    if (closedAt(assessment)) await refuseDeleted(reader, assessmentId, 'evidence', 'judgements');
    const measured = { ...assessment, at: closedAt(assessment) ?? this.clock.instant() };
    const around = await loadSurroundings(reader, [measured], this.guides);
    const alarms: Alarms = standing.candidate ? new Map() : await loadAlarms(reader, assessmentId);
    const sight = { locale, candidate: standing.candidate, drafts: seesDrafts(standing) };
    const variant = variantOf(measured, around, [sight, [...alarms]]);
    const json = async (): Promise<string> => {
      const key = `${assessmentId} ${JSON.stringify(sight)}`;
      const stamp = `${revision} ${variant}`;
      const known = this.kept.get(key, stamp);
      if (known) return known;
      const [facts] = await factsOf(reader, [measured], around);
      const all = withAlarms(facts!, alarms);
      const evaluation = evaluate(sight.drafts ? all : withoutDrafts(all));
      const matrix = coverage(evaluation.view.facts, evaluation);
      const text = JSON.stringify(coverageView(matrix, evaluation, revision, locale));
      this.kept.put(key, stamp, text, text.length);
      return text;
    };
    return { revision, variant, json };
  }
}

function variantOf({ id, at }: Measured, { settings, people }: Surroundings, rest: unknown): string {
  const all = [dateIn(at), settings.get(id)!.version, people.get(id) ?? [], rest];
  return sha256(JSON.stringify(all)).slice(0, 32);
}
