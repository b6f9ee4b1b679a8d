import { fill, type Locale, type TextParams } from '../i18n/i18n.js';
import { ruleTexts } from '../i18n/rules.js';
import { type Finding, type Step } from './finding.js';
import { reportParts } from './reports.js';
import { type TargetState } from './target-state.js';
import { type NotCounting } from './view.js';

export interface Explanation {
  readonly title: string;
  readonly problem: string;
  readonly mend: string;
}

/** Parts of a record stand in a finding by key, because their words differ by language. */
function inWords({ parts, ...params }: TextParams, locale: Locale): TextParams {
  if (typeof parts !== 'object') return params;
  return {
    ...params,
    parts: reportParts.filter((part) => parts.includes(part)).map((part) => ruleTexts[locale][`part.${part}`]),
  };
}

/** A finding in words: the rule's name, what is wrong and what to do. Plain text; titles of evidence are not escaped. */
export function explain(finding: Pick<Finding, 'rule' | 'problem' | 'mend' | 'params'>, locale: Locale): Explanation {
  const { rule, problem, mend } = finding;
  const texts = ruleTexts[locale];
  const params = inWords(finding.params, locale);
  return {
    title: texts[`title.${rule}`],
    problem: fill(texts[`problem.${problem}`], params, locale),
    mend: fill(texts[`mend.${mend}`], params, locale),
  };
}

/** What would close a gap, in words. */
export function explainStep({ mend, params }: Pick<Step, 'mend' | 'params'>, locale: Locale): string {
  return fill(ruleTexts[locale][`mend.${mend}`], params, locale);
}

/** A target's state in words. */
export function explainState(state: TargetState, locale: Locale): string {
  return ruleTexts[locale][`state.${state}`];
}

/** Why a claim does not count, in words. */
export function explainWhy(why: NotCounting, locale: Locale): string {
  return ruleTexts[locale][`why.${why}`];
}
