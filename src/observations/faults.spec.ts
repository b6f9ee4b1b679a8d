import { type ObservationContent } from './content.js';
import { contentFaults, signingFaults } from './faults.js';

const types = new Map([
  ['E1', 'element'],
  ['1.1', 'criterion'],
  ['KA1', 'key_aspect'],
  ['S01', 'skill'],
  ['CR1', 'context'],
  ['M1', 'method'],
]);
const now = '2026-03-02T01:00:00.000Z';
const record: ObservationContent = {
  title: '觀察',
  startedAt: '2026-03-02T00:00:00.000Z',
  endedAt: null,
  place: '門市',
  present: '',
  context: '',
  notes: '',
  method: null,
  outcomes: [],
};
const shown = (...refs: string[]) => refs.map((ref) => ({ ref, outcome: 'shown' as const }));

describe('what contradicts an observation', () => {
  it.each<[string, Partial<ObservationContent>, string[]]>([
    ['nothing', { outcomes: shown('1.1', 'KA1', 'S01'), method: 'M1' }, []],
    ['an end at the start', { endedAt: record.startedAt }, []],
    ['an end before the start', { endedAt: '2026-03-01T23:59:59.999Z' }, ['endedAt isNotBeforeStart']],
    ['a tablet whose clock is four minutes ahead', { startedAt: '2026-03-02T01:04:00.000Z' }, []],
    ['a start in the future', { startedAt: '2026-03-02T01:06:00.000Z' }, ['startedAt isNotFuture']],
    ['an end in the future', { endedAt: '2026-03-02T09:00:00.000Z' }, ['endedAt isNotFuture']],
    ['a target the version lacks', { outcomes: shown('1.1', '9.9') }, ['outcomes.1.ref isKnownTarget']],
    ['a name of JavaScript', { outcomes: shown('__proto__') }, ['outcomes.0.ref isKnownTarget']],
    ['a heading', { outcomes: shown('E1') }, ['outcomes.0.ref isClaimable']],
    ['a task asked of somebody at their normal work', { task: '示範退換貨' }, ['task isEmpty']],
    ['a demonstration whose task is yet to be written down', { form: 'demonstration' }, []],
    ['a method observed', { outcomes: shown('M1') }, ['outcomes.0.ref isClaimable']],
    ['a context observed', { outcomes: shown('CR1') }, ['outcomes.0.ref isClaimable']],
    ['a target twice', { outcomes: shown('1.1', 'S01', '1.1') }, ['outcomes.2.ref isUnique']],
    ['a method the version lacks', { method: 'M9' }, ['method isKnownMethod']],
    ['a criterion as method', { method: '1.1' }, ['method isKnownMethod']],
  ])('is found: %s', (_, change, faults) => {
    const found = contentFaults({ ...record, ...change }, types, now);
    expect(found.map(({ field, rule }) => `${field} ${rule}`)).toEqual(faults);
  });

  it('is no missing place or outcome before it is signed', () => {
    expect(contentFaults({ ...record, place: '' }, types, now)).toEqual([]);
  });

  const whole = { task: null, place: '門市', outcomes: shown('1.1') };
  it.each<[string, Partial<Parameters<typeof signingFaults>[0]>, 'observation' | 'demonstration', string[]]>([
    ['nothing', {}, 'observation', []],
    ['place and outcomes', { place: '', outcomes: [] }, 'observation', ['place', 'outcomes']],
    ['the task of a demonstration', {}, 'demonstration', ['task']],
    ['nothing of a demonstration with its task', { task: '示範退換貨' }, 'demonstration', []],
  ])('misses when it is signed: %s', (_, change, form, fields) => {
    expect(signingFaults({ ...whole, ...change }, { form }).map(({ field }) => field)).toEqual(fields);
  });
});
