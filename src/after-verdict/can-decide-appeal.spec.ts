import { makeAfter } from '../../test/factories/after.js';
import { canDecideAppeal } from './can-decide-appeal.js';

const facts = makeAfter();

describe('P7: who decides an appeal', () => {
  test.each([
    ['is somebody who took no part', 'manager', 'candidate', false, null],
    ['is not the candidate', 'candidate', 'candidate', false, 'appeal_decider_is_candidate'],
    ['is not who filed it for the candidate', 'guardian', 'guardian', false, 'appeal_decider_is_candidate'],
    ['is not who gave the verdict', 'lead', 'candidate', false, 'appeal_decider_gave_verdict'],
    ['is not who judged or observed', 'second', 'candidate', false, 'appeal_decider_took_part'],
    ['is not who has a conflict of interest', 'manager', 'candidate', true, 'appeal_decider_has_conflict'],
    [
      'is told of the part they took rather than of their conflict',
      'second',
      'candidate',
      true,
      'appeal_decider_took_part',
    ],
  ])('%s', (_, userId, filedBy, conflict, expected) => {
    expect(canDecideAppeal({ userId, conflict }, filedBy, facts)).toBe(expected);
  });
});
