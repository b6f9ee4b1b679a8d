import { words } from '../i18n/words';

export const assessmentWords = words(
  {
    candidate: (name: string) => `受評者：${name}`,
    training: '訓練後評量',
    rpl: '先前學習認可',
    attempt: (number: number) => (number > 1 ? `第 ${number} 次（補評）` : '第 1 次'),
  },
  {
    candidate: (name: string) => `Candidate: ${name}`,
    training: 'After training',
    rpl: 'Recognition of prior learning',
    attempt: (number: number) => (number > 1 ? `Attempt ${number} (reassessment)` : 'Attempt 1'),
  },
);
