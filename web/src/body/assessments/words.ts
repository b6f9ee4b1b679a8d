import { words } from '../../i18n/words';

export const assessmentsWords = words(
  {
    enrol: '報名',
    empty: '沒有符合的評量案。換一個條件，或從「報名」開立評量案。',
    decided: '已判定',
    withdrawn: '已退出',
    certified: '已發證明',
    enrolledAt: '報名日',
    decidedAt: '結果日',
    workplace: '工作場所',
    pathway: '途徑',
    search: '找受評者',
  },
  {
    enrol: 'Enrol',
    empty: 'No assessment like this. Choose otherwise, or enrol somebody under “Enrolment”.',
    decided: 'Has a verdict',
    withdrawn: 'Left',
    certified: 'Certified',
    enrolledAt: 'Enrolled',
    decidedAt: 'Verdict',
    workplace: 'Workplace',
    pathway: 'Pathway',
    search: 'Find a candidate',
  },
);
