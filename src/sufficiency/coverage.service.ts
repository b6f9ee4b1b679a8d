import { Injectable } from '@nestjs/common';
import { access } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { sha256 } from '../common/ids.js';
import { Database } from '../database/database.js';
import { type Locale } from '../i18n/i18n.js';
import { coverage } from './coverage.js';
import { type CoverageView, coverageView } from './coverage.view.js';
import { evaluate } from './evaluate.js';
import { type Alarms, loadAlarms } from './load-evidence.js';
import { factsOf, loadSurroundings, type Surroundings, withAlarms, withoutDrafts } from './load-facts.js';

/** A coverage that can be told apart from the one a client has before it is worked out. */
export interface CoverageReading {
  revision: number;
  /** Stands for the rest it depends on: the day, the body's policy, names, qualifications, alarms. */
  variant: string;
  view: () => Promise<CoverageView>;
}

@Injectable()
export class CoverageService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Coverage as things stand now, or stood at the verdict. A candidate's leaves out what would tell them of another candidate (rule A4), and
   * records that are still drafts.
   */
  async read(actor: Actor, assessmentId: string, locale: Locale): Promise<CoverageReading> {
    const reader = this.db.read;
    const { assessment, standing } = await access(reader, actor, assessmentId, 'read');
    const measured = { ...assessment, at: assessment.decidedAt ?? this.clock.instant() };
    const surroundings = await loadSurroundings(reader, [measured]);
    const alarms: Alarms = standing.candidate ? new Map() : await loadAlarms(reader, assessmentId);
    return {
      revision: assessment.revision,
      variant: `${locale}-${dateIn(measured.at)}-${fingerprint(standing.candidate, assessment, surroundings, alarms)}`,
      view: async () => {
        const [facts] = await factsOf(reader, [measured], surroundings);
        const evaluation = evaluate(standing.candidate ? withoutDrafts(facts!) : withAlarms(facts!, alarms));
        return coverageView(coverage(evaluation.view.facts, evaluation), evaluation, assessment.revision, locale);
      },
    };
  }
}

function fingerprint(candidate: boolean, { id }: Assessment, around: Surroundings, alarms: Alarms): string {
  const { settings, people } = around;
  const rest = [candidate, settings.currencyWindowMonths, people.get(id) ?? [], [...alarms]];
  return sha256(JSON.stringify(rest)).slice(0, 16);
}
