import { words } from '../i18n/words';

export const homeWords = words(
  {
    waiting: '等您處理',
    nothingWaits: '目前沒有請求或提醒等您處理。',
    toBody: '看各班的進展',
    dueIn: (when: string) => `${when}到期`,
    since: (day: string) => `${day}起等候`,
    next: (step: string) => `下一步：${step}`,
    mine: '我的評量',
    noneYet: '您還沒有評量。訓練機構為您安排後，會出現在這裡。',
    decided: '已判定',
    left: '已退出',
    open: '進行中',
  },
  {
    waiting: 'Waiting for you',
    nothingWaits: 'No request or reminder waits for you now.',
    toBody: 'See how the cohorts do',
    dueIn: (when: string) => `Due ${when}`,
    since: (day: string) => `Waiting since ${day}`,
    next: (step: string) => `Next: ${step}`,
    mine: 'My assessments',
    noneYet: 'You have no assessment yet. It will show here once your training body has set it up.',
    decided: 'Decided',
    left: 'Left',
    open: 'Open',
  },
);
