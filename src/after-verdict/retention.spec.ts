import { locales } from '../i18n/i18n.js';
import { ruleTexts } from '../i18n/rules.js';
import { defaultRuleSettings } from '../settings/rule-settings.js';
import { deletionDates, type RetentionFacts, retentionReasons } from './retention.js';

const base: RetentionFacts = {
  lastVerdictAt: '2026-03-15T04:00:00.000Z',
  withdrawnAt: null,
  lastActivityAt: '2026-03-15T04:00:00.000Z',
  appealUntil: '2026-04-15',
  openAppeal: false,
  holds: [],
  settings: defaultRuleSettings,
  certificateIssued: true,
  zone: 'Asia/Taipei',
};
const hold = (until: string | null) => ({ until, reason: '主管機關調查' });
const brief = { ...defaultRuleSettings, evidenceYears: 0, judgementYears: 0 };

/** The dates as `evidence, judgements, register`, each with its reason. */
function dates(changes: Partial<RetentionFacts>) {
  const { evidence, judgements, register } = deletionDates({ ...base, ...changes });
  return [evidence, judgements, register].map((one) => (one ? `${one.dueOn} ${one.because}` : 'nothing'));
}

const byPolicy = ['2029-03-15 policy', '2031-03-15 policy', '2056-03-15 policy'];

describe('R1: the deletion date is the latest of policy, appeal and holds', () => {
  test.each<[name: string, changes: Partial<RetentionFacts>, expected: string[]]>([
    ['takes the default years of each kind from the last verdict', {}, byPolicy],
    [
      'has nothing to delete in the register without a certificate',
      { certificateIssued: false },
      [...byPolicy.slice(0, 2), 'nothing'],
    ],
    [
      'takes the years from the settings',
      { settings: { evidenceYears: 1, judgementYears: 2, certificateYears: 3 } },
      ['2027-03-15 policy', '2028-03-15 policy', '2029-03-15 policy'],
    ],
    [
      'counts from the day in Taipei',
      { lastVerdictAt: '2026-03-15T16:00:00.000Z' },
      byPolicy.map((date) => date.replace('-15', '-16')),
    ],
    [
      'takes 29 February to the last day of February',
      { lastVerdictAt: '2024-02-29T04:00:00.000Z', appealUntil: null },
      ['2027-02-28 policy', '2029-02-28 policy', '2054-02-28 policy'],
    ],
    [
      'keeps records 30 days after the appeal’s end, where that is later',
      { settings: brief },
      ['2026-05-15 appeal', '2026-05-15 appeal', '2056-03-15 policy'],
    ],
    [
      'counts those days over the end of a year',
      { settings: brief, appealUntil: '2026-12-15', certificateIssued: false },
      ['2027-01-14 appeal', '2027-01-14 appeal', 'nothing'],
    ],
    [
      'waits for a hold that ends later than the policy',
      { holds: [hold('2030-01-01')] },
      ['2030-01-01 hold', '2031-03-15 policy', '2056-03-15 policy'],
    ],
    ['passes over a hold that ends sooner', { holds: [hold('2027-01-01')] }, byPolicy],
    [
      'waits for the latest of several holds',
      { holds: [hold('2032-01-01'), hold('2030-01-01')] },
      ['2032-01-01 hold', '2032-01-01 hold', '2056-03-15 policy'],
    ],
    ['names the policy where a hold ends the same day', { holds: [hold('2029-03-15')] }, byPolicy],
    [
      'has no date while a hold is open-ended',
      { holds: [hold('2027-01-01'), hold(null)] },
      Array<string>(3).fill('null hold'),
    ],
    [
      'keeps everything under a hold whose end is no day',
      { holds: [hold('soon')] },
      Array<string>(3).fill('null hold'),
    ],
    [
      'has no date while an appeal is open, whatever else',
      { openAppeal: true, holds: [hold(null)] },
      Array<string>(3).fill('null open_appeal'),
    ],
    [
      'counts from the withdrawal where there is no verdict',
      { lastVerdictAt: null, withdrawnAt: '2026-01-10T04:00:00.000Z', appealUntil: null, certificateIssued: false },
      ['2029-01-10 policy', '2031-01-10 policy', 'nothing'],
    ],
    [
      'counts from the last activity while neither is there',
      { lastVerdictAt: null, appealUntil: null, certificateIssued: false },
      ['2029-03-15 undecided', '2031-03-15 undecided', 'nothing'],
    ],
    [
      'has no date where nothing is known',
      { lastVerdictAt: null, lastActivityAt: null, appealUntil: null, certificateIssued: false },
      ['null undecided', 'null undecided', 'nothing'],
    ],
    [
      'lets a hold not shorten what has no date yet',
      { lastVerdictAt: null, lastActivityAt: null, holds: [hold('2030-01-01')], certificateIssued: false },
      ['null undecided', 'null undecided', 'nothing'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(dates(changes)).toEqual(expected);
  });

  test.each(locales)('has words for each reason in %s', (locale) => {
    expect(ruleTexts[locale]['title.R1']).toMatch(/\S/);
    for (const reason of retentionReasons) expect(ruleTexts[locale][`because.${reason}`]).toMatch(/\S/);
  });
});
