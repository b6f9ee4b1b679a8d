import { type TextParams } from '../i18n/i18n.js';
import { type RuleTextKey } from '../i18n/rules.js';
import { type Outcome, type WaiverFact } from './facts.js';
import { type View } from './view.js';

type KeyOf<Area extends string> = RuleTextKey extends infer Key
  ? Key extends `${Area}.${infer Name}`
    ? Name
    : never
  : never;

/** Every rule of domain.md, evaluated yet or not; `rules` lists those that are. */
export const ruleIds = [
  ...(['V1', 'V2', 'V3', 'V4', 'V5'] as const),
  ...(['S1', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11'] as const),
  ...(['A1', 'A2', 'A3', 'A4', 'A5', 'A6'] as const),
  ...(['C1', 'C2'] as const),
  ...(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'] as const),
  ...(['R1', 'R2'] as const),
] as const;
export type RuleId = (typeof ruleIds)[number];

/** The rules that have texts: a rule is evaluated only when it can say what is wrong. */
export type EvaluatedRuleId = KeyOf<'title'>;
export type ProblemKey = KeyOf<'problem'>;
export type MendKey = KeyOf<'mend'>;

/** `blocks`: what it finds cannot carry `competent`. `warns`: to be seen, and waived with a reason. */
export type Severity = 'blocks' | 'warns';

/** Something that would mend a problem, and the items and claims it is done to. */
export interface Step {
  readonly mend: MendKey;
  readonly params: TextParams;
  readonly items: readonly string[];
  readonly claims: readonly string[];
}

/** What a rule reports: which problem, where, and how to mend it. */
export interface Found {
  readonly problem: ProblemKey;
  readonly mend: MendKey;
  readonly params: TextParams;
  /** Refs, item ids and claim ids it concerns. */
  readonly targets: readonly string[];
  readonly items: readonly string[];
  readonly claims: readonly string[];
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly refuses?: readonly Refusable[];
}

/** What can be refused: an outcome, or the certificate that would follow one. */
export type Refusable = Outcome | 'certificate';

export interface Rule {
  readonly id: EvaluatedRuleId;
  readonly severity: Severity;
  /**
   * What a blocking finding blocks. `assessment`: `competent` itself. `item`: the item or claim does not count, and
   * `competent` is refused only while a required target it was offered for is unmet.
   */
  readonly scope: 'assessment' | 'item';
  readonly check: (view: View) => readonly Found[];
}

export interface Finding extends Found {
  readonly rule: EvaluatedRuleId;
  readonly severity: Severity;
  /** What cannot be given while it is open. */
  readonly refuses: readonly Refusable[];
  /** Who answered for a warning, and why; null while nobody did. */
  readonly waiver: WaiverFact | null;
}

const nowhere = { params: {}, targets: [], items: [], claims: [] };

/** A finding's report, with what it does not concern left empty. */
export function found(problem: ProblemKey, mend: MendKey, where: Partial<Omit<Found, 'problem' | 'mend'>> = {}): Found {
  return { problem, mend, ...nowhere, ...where };
}
