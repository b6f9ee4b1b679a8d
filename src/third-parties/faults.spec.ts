import { type ReportContent } from './content.js';
import { draftFaults, submissionFaults } from './faults.js';

const today = '2026-03-02';
const complete: ReportContent = {
  name: '王店長',
  post: '信義門市店長',
  relation: '直屬主管',
  contact: '02-2345-6789',
  periodFrom: '2025-09-01',
  periodTo: today,
  answers: [{ ref: '1.1', seen: 'yes' }],
  general: '',
};

describe('a report that is submitted', () => {
  it.each<[string, Partial<ReportContent>, string[]]>([
    ['is whole without further words', {}, []],
    ['may speak of a single day', { periodFrom: today }, []],
    ['says who its author is', { name: '', post: '', relation: '' }, ['name', 'post', 'relation']],
    ['says how to reach its author', { contact: '' }, ['contact']],
    ['says what period it speaks of', { periodFrom: null, periodTo: null }, ['periodFrom', 'periodTo']],
    ['does not begin in the future', { periodFrom: '2026-03-03', periodTo: '2026-03-04' }, ['periodFrom', 'periodTo']],
    ['does not reach into the future', { periodTo: '2026-03-03' }, ['periodTo']],
    ['does not end before it begins', { periodTo: '2025-08-31' }, ['periodTo']],
    ['answers something', { answers: [] }, ['answers']],
  ])('%s', (_, change, fields) => {
    expect(submissionFaults({ ...complete, ...change }, today).map(({ field }) => field)).toEqual(fields);
  });
});

describe('a draft', () => {
  const asked = ['1.1', '1.2'];
  it.each<[string, string[], [string, string][]]>([
    ['may leave questions open', [], []],
    ['answers what was asked', ['1.2', '1.1'], []],
    ['answers nothing else', ['1.1', '1.3'], [['answers.1.ref', 'isIn']]],
    ['answers nothing twice', ['1.1', '1.2', '1.1'], [['answers.2.ref', 'isUnique']]],
  ])('%s', (_, refs, expected) => {
    const answers = refs.map((ref) => ({ ref, seen: 'yes' as const }));
    expect(draftFaults({ answers }, asked).map(({ field, rule }) => [field, rule])).toEqual(expected);
  });
});
