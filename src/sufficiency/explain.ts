import { formChoice } from '../i18n/guide-forms.js';
import { type Locale, type TextParams } from '../i18n/i18n.js';
import { ruleTexts } from '../i18n/rules.js';
import { tell } from '../i18n/tell.js';
import { type Finding, type Step } from './finding.js';
import { type TargetState } from './target-state.js';
import { type NotCounting } from './view.js';

export interface Explanation {
  readonly title: string;
  readonly problem: string;
  readonly mend: string;
}

const word = (area: 'part' | 'class', key: string, locale: Locale) =>
  (ruleTexts[locale] as Readonly<Record<string, string>>)[`${area}.${key}`] ?? key;

/** What stands in a finding by key, because its words differ by language. */
const wordings: Readonly<Record<string, (key: string, locale: Locale) => string>> = {
  parts: (part, locale) => word('part', part, locale),
  classes: (one, locale) => word('class', one, locale),
  forms: (choice, locale) => formChoice(choice.split('/'), locale),
};

function inWords(params: TextParams, locale: Locale): TextParams {
  const worded = Object.entries(params).map(([name, value]) => {
    const wording = Object.hasOwn(wordings, name) ? wordings[name] : undefined;
    return [name, wording && typeof value === 'object' ? value.map((key) => wording(String(key), locale)) : value];
  });
  return Object.fromEntries(worded) as TextParams;
}

/** A finding in words: the rule's name, what is wrong and what to do. Plain text; titles of evidence are not escaped. */
export function explain(finding: Pick<Finding, 'rule' | 'problem' | 'mend' | 'params'>, locale: Locale): Explanation {
  const { rule, problem, mend } = finding;
  const texts = ruleTexts[locale];
  const params = inWords(finding.params, locale);
  return {
    title: texts[`title.${rule}`],
    problem: tell(texts[`problem.${problem}`], params, locale),
    mend: tell(texts[`mend.${mend}`], params, locale),
  };
}

/** What would close a gap, in words. */
export function explainStep({ mend, params }: Pick<Step, 'mend' | 'params'>, locale: Locale): string {
  return tell(ruleTexts[locale][`mend.${mend}`], params, locale);
}

/** A target's state in words. */
export function explainState(state: TargetState, locale: Locale): string {
  return ruleTexts[locale][`state.${state}`];
}

/** Why a claim does not count, in words. */
export function explainWhy(why: NotCounting, locale: Locale): string {
  return ruleTexts[locale][`why.${why}`];
}
