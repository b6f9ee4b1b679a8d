import { words } from '../../i18n/words';

export const assessmentsWords = words(
  {
    enrol: '報名',
    empty: '沒有符合的評量案。換一個條件，或從「報名」開立評量案。',
    decided: '已有評量結果',
    withdrawn: '已退出',
    enrolledAt: '報名日',
    decidedAt: '結果日',
    workplace: '工作場所',
    pathway: '途徑',
    search: '找受評者',
    first: (shown: string, all: string) => `共 ${all} 筆，列出前 ${shown} 筆。請用條件縮小範圍。`,
  },
  {
    enrol: 'Enrol',
    empty: 'No assessment like this. Choose otherwise, or enrol somebody under “Enrolment”.',
    decided: 'Has a verdict',
    withdrawn: 'Left',
    enrolledAt: 'Enrolled',
    decidedAt: 'Verdict',
    workplace: 'Workplace',
    pathway: 'Pathway',
    search: 'Find a candidate',
    first: (shown: string, all: string) => `${all} in all; the first ${shown} are listed. Narrow the choice.`,
  },
);
