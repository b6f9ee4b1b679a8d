import { type Locale } from '../i18n/i18n.js';
import { qualityText } from '../i18n/quality.js';
import { decisions } from '../judgements/judgement.entity.js';
import { type Agreement, agreementOf, type Kappa, tableOf } from './agreement.js';
import { type ClaimPair } from './agreement-pairs.js';

/** Below this many pairs a kappa says next to nothing. */
const enough = 20;

export class KappaView {
  value: number;
  standardError: number;
  /** The 95 % confidence interval. */
  lower: number;
  upper: number;
}

/** Counts first: a row for each answer of the assessor, a column for each of the verifier, in order of `answers`. */
export class AgreementFiguresView {
  n: number;
  agreed: number;
  answers: string[];
  table: number[][];
  observed: number | null;
  kappa: KappaView | null;
  undefinedBecause: Agreement['undefinedBecause'];
  /** What keeps the figures from telling anything, in words. */
  caution: string | null;
}

export class ComparedView {
  /** By all three answers. */
  decisions: AgreementFiguresView;
  /** By whether the claim was accepted. */
  acceptance: AgreementFiguresView;
}

export class UnitAgreementView extends ComparedView {
  document: { id: string; code: string; name: string };
}

export class TargetAgreementView extends ComparedView {
  target: { ref: string; code: string; text: string };
}

export class AssessorAgreementView extends ComparedView {
  assessor: { id: string; name: string };
}

export class AgreementView {
  from: string | null;
  to: string | null;
  units: UnitAgreementView[];
  /** Of the document asked for; none without one. */
  targets: TargetAgreementView[];
  assessors: AssessorAgreementView[];
  /** What the intervals do not allow for. */
  note: string;
}

export function comparedView(pairs: readonly ClaimPair[], locale: Locale): ComparedView {
  const all = pairs.map(({ pair }) => pair);
  const accepted = all.map(([one, other]) => [acceptance(one), acceptance(other)] as const);
  return {
    decisions: figuresView(decisions, agreementOf(tableOf(all, decisions)), locale),
    acceptance: figuresView(acceptances, agreementOf(tableOf(accepted, acceptances)), locale),
  };
}

const acceptances = ['accepted', 'not_accepted'] as const;
const acceptance = (decision: string) => (decision === 'accepted' ? 'accepted' : 'not_accepted');

function figuresView(answers: readonly string[], agreement: Agreement, locale: Locale): AgreementFiguresView {
  const { n, table, observed, kappa, undefinedBecause } = agreement;
  return {
    n,
    agreed: table.reduce((total, row, i) => total + row[i]!, 0),
    answers: [...answers],
    table: table.map((row) => [...row]),
    observed,
    kappa: kappa && kappaView(kappa),
    undefinedBecause,
    caution:
      n < enough
        ? qualityText('too_few', locale, { count: enough })
        : undefinedBecause && qualityText(undefinedBecause, locale),
  };
}

const kappaView = ({ value, standardError, interval: [lower, upper] }: Kappa): KappaView => ({
  value,
  standardError,
  lower,
  upper,
});
