import { queueOf } from './queue-order';

const assessment = (id: string, enrolledAt: string, changes: object = {}) => ({
  ...{ id, enrolledAt, candidate: { id: `candidate of ${id}` }, decidedAt: null, withdrawnAt: null },
  ...changes,
});
const waits = (assessmentId: string, since: string, kind = 'claims_unjudged') =>
  ({ assessmentId, since, kind }) as Parameters<typeof queueOf>[1][number];

describe('the queue', () => {
  it('begins with what has waited longest, and ends with those where nothing waits', () => {
    const listed = [assessment('new', '2026-03-03'), assessment('old', '2026-01-01'), assessment('calm', '2026-01-01')];
    const reminders = [waits('new', '2026-04-02'), waits('old', '2026-04-03'), waits('old', '2026-04-01')];
    const { waiting } = queueOf(listed, reminders, 'me');
    expect(waiting.map(({ assessment: { id }, since }) => [id, since])).toEqual([
      ['old', '2026-04-01'],
      ['new', '2026-04-02'],
      ['calm', undefined],
    ]);
  });

  it('tells what is over apart, and leaves out what one is assessed in', () => {
    const listed = [
      assessment('decided', '2026-01-01', { decidedAt: '2026-02-02' }),
      assessment('mine', '2026-01-01', { candidate: { id: 'me' } }),
    ];
    const { waiting, closed } = queueOf(listed, [], 'me');
    expect(waiting).toEqual([]);
    expect(closed.map(({ id }) => id)).toEqual(['decided']);
  });

  it('counts only what waits for an assessor', () => {
    const { waiting } = queueOf(
      [assessment('one', '2026-01-01')],
      [waits('one', '2026-02-02', 'receipt_missing')],
      'me',
    );
    expect(waiting[0]!.causes).toEqual([]);
  });
});
