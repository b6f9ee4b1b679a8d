import { Injectable } from '@nestjs/common';
import { access } from '../assessments/access.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { found } from '../common/errors.js';
import { Database } from '../database/database.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { wholeAppeals } from './appeal-queries.js';
import { Appeal } from './appeal.entity.js';
import { evaluateAfter } from './evaluate-after.js';
import { loadAfterFacts } from './load-after-facts.js';
import { VerdictReceipt } from './receipt.entity.js';
import { type Followed } from './standing.view.js';
import { standingOf } from './verdict-standing.js';

@Injectable()
export class StandingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What has followed a verdict up to now, and what the rules say of it. */
  async find(actor: Actor, verdictId: string): Promise<Followed> {
    const { read } = this.db;
    const verdict = found(await read.findOneBy(Verdict, { id: verdictId }));
    await access(read, actor, verdict.assessmentId, 'see_judgements');
    const facts = await loadAfterFacts(read, verdictId, this.clock.instant());
    const appeal = await read.findOneBy(Appeal, { verdictId });
    return {
      verdictId,
      standing: standingOf(facts),
      notification: await read.findOneBy(VerdictNotification, { verdictId }),
      receipt: await read.findOneBy(VerdictReceipt, { verdictId }),
      appeal: appeal && (await wholeAppeals(read, [appeal]))[0]!,
      evaluation: evaluateAfter(facts),
    };
  }
}
