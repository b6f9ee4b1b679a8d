import { type FieldError } from '../common/errors.js';
import { type ReportContent } from './content.js';

/** Answers of a draft to what was not asked, or twice to the same. */
export function draftFaults({ answers }: Pick<ReportContent, 'answers'>, asked: readonly string[]): FieldError[] {
  const refs = answers.map(({ ref }) => ref);
  return refs.flatMap((ref, index): FieldError[] => {
    const field = `answers.${index}.ref`;
    if (!asked.includes(ref)) return [{ field, rule: 'isIn' }];
    return refs.indexOf(ref) < index ? [{ field, rule: 'isUnique' }] : [];
  });
}

/** What a draft may lack and a signed report may not. `today` is the day it is signed. Source: domain.md A3. */
export function submissionFaults(content: ReportContent, today: string): FieldError[] {
  const needed = ['name', 'post', 'relation', 'contact', 'periodFrom', 'periodTo'] as const;
  const faults: FieldError[] = needed
    .filter((field) => !content[field])
    .map((field) => ({ field, rule: 'isNotEmpty' }));
  const { periodFrom, periodTo, answers } = content;
  if (periodFrom && periodFrom > today) faults.push({ field: 'periodFrom', rule: 'isNotFuture' });
  if (periodTo && periodTo > today) faults.push({ field: 'periodTo', rule: 'isNotFuture' });
  if (periodFrom && periodTo && periodFrom > periodTo) faults.push({ field: 'periodTo', rule: 'isNotBeforeStart' });
  if (answers.length === 0) faults.push({ field: 'answers', rule: 'arrayMinSize' });
  return faults;
}
