import {
  appeal,
  complete,
  decideAppeal,
  move,
  notify,
  propose,
  reassess,
  receive,
  verificationIs,
  verify,
} from './after.js';
import { attribute, decide, judge } from './deciding.js';
import { check, claim, work } from './evidence.js';
import { acknowledge, assign, declareInterest, enrol, joined, plan, publish, setPolicy, wait } from './preparing.js';
import { invite, manager, report } from './reporting.js';
import { refused, so } from './state.js';
import { play } from './stories.js';
import { ofType, only, required } from './targets.js';
import { ask, observe } from './witnessing.js';

/** Everything shown but criterion 2.3, which was rejected; the second assessor observed. */
const failed = [
  enrol(),
  ...joined,
  ...work('改善報告', required),
  observe('現場觀察', only('1.1'), { by: 'second' }),
  judge(),
  judge({ to: only('2.3'), decision: 'rejected' }),
  decide('not_yet_competent'),
];

/** Everything shown, and one direct evidence. */
const passed = [enrol(), ...work('改善報告', required), observe('現場觀察', only('1.1')), judge()];

play('training bodies', [
  {
    name: 'whose people follow the whole practice leave an auditor nothing to find',
    steps: [
      enrol(),
      plan({ methods: ['M1', 'M4', 'M5'] }),
      acknowledge(),
      ...['1', '2', '3', '4'].flatMap((element) => {
        const own = (ref: string): boolean => ref.startsWith(`${element}.`) || ref === `KA${element}`;
        return [
          ...work(`作品 ${element}`, (refs) => required(refs).filter(own)),
          check(`作品 ${element}`, 'written_supervised'),
          observe(`觀察 ${element}`, (refs) => ofType('criterion')(refs).filter(own), { on: `2026-02-1${element}` }),
        ];
      }),
      claim('作品 1', only('KA5')),
      claim('作品 1', only('K01'), 'M1'),
      claim('作品 2', only('K02'), 'M5'),
      ask('口頭提問', ofType('knowledge'), { method: 'M4' }),
      ask('提問紀錄', only('K03'), { method: 'M1' }),
      invite(manager, only('1.1')),
      report('主管報告'),
      claim('主管報告', only('K04'), 'M1'),
      judge(),
      attribute(ofType('skill'), '1.1'),
      so({ finds: [] }),
      decide('competent'),
      notify(),
      receive(),
    ],
    after: { finds: [], outcome: 'competent', standing: 'stands', certificate: 'possible', printed: ['已具備'] },
  },
  {
    name: 'whose policy asks for knowledge and skills are not content with a warning',
    steps: [
      ...passed,
      so({ open: [], warned: ['S4'] }),
      setPolicy({ knowledgeAndSkills: 'blocks' }),
      so({ open: ['S4'] }),
      refused(decide('competent'), 'verdict_refused', 'S4'),
      ask('口頭提問', ofType('knowledge')),
      judge(),
      so({ open: ['S4'] }),
      attribute(ofType('skill'), '1.1'),
      so({ open: [], silent: ['S4'] }),
      decide('competent'),
    ],
    after: { outcome: 'competent' },
  },
  {
    name: 'whose policy changes later change no verdict that was given before',
    steps: [...passed, decide('competent'), setPolicy({ knowledgeAndSkills: 'blocks', currencyWindowMonths: 1 })],
    after: { open: [], warned: ['S4'], silent: ['C2'], outcome: 'competent', standing: 'stands', printed: ['24'] },
  },
  {
    name: 'where an appeal is upheld have another assessor lead the next attempt, and the old verdict stays as it was',
    steps: [
      ...failed,
      refused(appeal(), 'verdict_unnotified'),
      notify(),
      receive(),
      so({ standing: 'stands' }),
      appeal(),
      so({ standing: 'under_appeal', certificate: ['P7', 'P10'] }),
      refused(appeal('請再看一次。'), 'appeal_exists'),
      refused(reassess('second'), 'appeal_open'),
      refused(decideAppeal('upheld', 'candidate'), 'forbidden'),
      refused(decideAppeal('upheld', 'lead'), 'rule_broken', 'P7'),
      refused(decideAppeal('upheld', 'second'), 'rule_broken', 'P7'),
      decideAppeal('upheld', 'other'),
      so({ standing: 'superseded', outcome: 'not_yet_competent', certificate: ['P7', 'P10'] }),
      refused(decideAppeal('dismissed', 'other'), 'appeal_decided'),
      refused(reassess('lead'), 'another_assessor_needed'),
      reassess('second'),
      declareInterest('second'),
      judge({ by: 'second' }),
      claim('改善報告', only('2.3')),
      judge({ by: 'second' }),
      decide('competent', 'second'),
    ],
    after: {
      open: [],
      outcome: 'competent',
      standing: 'stands',
      before: { outcome: 'not_yet_competent', standing: 'superseded', kept: true },
      printed: ['李評量'],
    },
  },
  {
    name: 'where an appeal is dismissed keep the verdict, and no second appeal is heard',
    steps: [...failed, notify(), appeal(), decideAppeal('dismissed'), refused(appeal('請再看一次。'), 'appeal_exists')],
    after: { outcome: 'not_yet_competent', standing: 'stands', certificate: ['P10'], printed: ['尚未具備'] },
  },
  {
    name: 'hear no appeal after the last day of the window, which runs from the notification',
    steps: [...failed, wait(40), notify(), wait(31), refused(appeal(), 'appeal_late')],
    after: { outcome: 'not_yet_competent', standing: 'stands' },
  },
  {
    name: 'go on under a new version with what a person confirmed, which is judged again',
    steps: [
      ...passed,
      publish({
        提升客戶忠誠度與回籠率: '提升客戶忠誠度、回籠率與推薦意願',
        '優化客戶服務和留住客戶 <p>四': '優化客戶服務和留住客戶 6. 向主管說明調整成效 <p>四',
      }),
      propose({ changed: ['3.2'], removed: [], added: ['3.6'] }),
      move(),
      so({ before: { withdrawn: true, outcome: null }, found: ['P6'] }),
      declareInterest('lead'),
      judge(),
      so({ open: ['S1'], silent: ['V1', 'P6'] }),
      refused(decide('competent'), 'verdict_refused', 'S1'),
      ...work('成效說明', only('3.6')),
      judge(),
      decide('competent'),
    ],
    after: { open: [], outcome: 'competent', before: { withdrawn: true, outcome: null }, printed: ['KMM5R0915v3'] },
  },
  {
    name: 'act on what a verifier finds, by its day, and the verdict stays as it was given',
    steps: [
      enrol(),
      assign('verifier', 'verifier'),
      ...passed.slice(1),
      refused(verify('觀察紀錄過於簡略。', { action: '補充觀察重點', dueOn: '2026-03-31' }), 'assessment_undecided'),
      decide('competent'),
      refused(verify('觀察紀錄過於簡略。'), 'rule_broken', 'P9'),
      verify('觀察紀錄過於簡略。', { action: '補充觀察重點', dueOn: '2026-03-31' }),
      verificationIs('open'),
      so({ outcome: 'competent', standing: 'stands' }),
      wait(60),
      verificationIs('overdue'),
      complete(),
      verificationIs('done'),
    ],
    after: { open: [], outcome: 'competent', standing: 'stands' },
  },
]);
