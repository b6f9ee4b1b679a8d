import { Injectable } from '@nestjs/common';
import { access } from '../assessments/access.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { Database } from '../database/database.js';
import { type Locale } from '../i18n/i18n.js';
import { evaluate } from '../sufficiency/evaluate.js';
import { explainStep } from '../sufficiency/explain.js';
import { type MendKey } from '../sufficiency/finding.js';
import { loadFacts } from '../sufficiency/load-facts.js';
import { type RequestSuggestionView } from './requests.view.js';

/** What a candidate can do about a gap; the rest is for assessors. */
const candidatesOwn: readonly MendKey[] = [
  'claim_evidence',
  'claim_witnessed_or_own_work',
  'answer_more_needed',
  'add_current_evidence',
  'give_produced_on',
  'correct_produced_on',
  'declare_items',
  'receive_files_again',
];

/** Requests to begin with, from the gaps that the coverage shows. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guides: AssessmentGuides,
  ) {}

  /** One for each required target that is not met and that the candidate can do something about, in document order. */
  async list(actor: Actor, assessmentId: string, locale: Locale): Promise<RequestSuggestionView[]> {
    await access(this.db.read, actor, assessmentId, 'request');
    const facts = await loadFacts(this.db.read, assessmentId, { guides: this.guides, at: this.clock.instant() });
    return [...evaluate(facts).results].flatMap(([ref, { required, met, steps }]) => {
      const own = required && !met ? steps.filter(({ mend }) => candidatesOwn.includes(mend)) : [];
      return own.length > 0
        ? [{ targetRefs: [ref], text: own.map((step) => explainStep(step, locale)).join('\n') }]
        : [];
    });
  }
}
