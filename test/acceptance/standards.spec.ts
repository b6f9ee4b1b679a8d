import { decide, judge } from './deciding.js';
import { work } from './evidence.js';
import { ofType, required } from './targets.js';
import { demonstrate, observe } from './witnessing.js';
import { acknowledge, enrol, plan } from './preparing.js';
import { refused, so } from './state.js';
import { play, type Story } from './stories.js';

/** The occupational standards among the seeds. */
const standards = ['BAS2421-003v2', 'BAS4222-002v2', 'KPS4999-001v3', 'KPS5294-001v2'];

const story = (code: string): Story => ({
  name: `${code} is assessed to its verdict by indicators, outputs, knowledge and skills of each block, and attitudes`,
  steps: [
    enrol({ to: code }),
    plan(),
    acknowledge(),
    so({ open: ['S1', 'S5'] }),
    refused(decide('competent'), 'verdict_refused', 'S1', 'S5'),
    ...work('工作紀錄', required),
    judge(),
    so({ open: ['S5'], warned: ['S3', 'S4'] }),
    observe('現場觀察', ofType('indicator', 'knowledge', 'skill')),
    demonstrate('成果發表', ofType('output', 'attitude')),
    judge(),
    so({ open: [], finds: ['V3', 'S7', 'S9', 'A6'] }),
    decide('competent'),
  ],
  after: { open: [], outcome: 'competent', printed: [code, '已具備', 'P1.1.1', '成果發表'] },
});

play('occupational standards', standards.map(story));
