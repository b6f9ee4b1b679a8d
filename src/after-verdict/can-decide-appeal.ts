import { type BrokenRule } from '../i18n/broken-rules.js';
import { type AfterFacts } from './facts.js';

/** Somebody who is to decide an appeal; `conflict` is their own latest word on their interests in the assessment. */
export interface Decider {
  readonly userId: string;
  readonly conflict: boolean;
}

type Involved = Pick<AfterFacts, 'candidateId' | 'assessorIds'> & { readonly verdict: { readonly decidedBy: string } };

/** Null for who can decide an appeal, and otherwise why not. Source: domain.md P7. */
export function canDecideAppeal({ userId, conflict }: Decider, filedBy: string, involved: Involved): BrokenRule | null {
  if (userId === involved.candidateId || userId === filedBy) return 'appeal_decider_is_candidate';
  if (userId === involved.verdict.decidedBy) return 'appeal_decider_gave_verdict';
  if (involved.assessorIds.includes(userId)) return 'appeal_decider_took_part';
  return conflict ? 'appeal_decider_has_conflict' : null;
}
