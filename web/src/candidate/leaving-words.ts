import { words } from '../i18n/words';

export const leavingWords = words(
  {
    leave: '退出這項評量',
    means:
      '退出後，這次評量就此結束，不會有判定，也不能恢復。您交的證據與紀錄會依保存期限保留。之後要再接受評量，請訓練機構重新安排。',
    notThis: '只是還沒準備好？不必退出，可以晚一點再交證據，或先和評量者討論。',
    reason: '退出的原因',
    reasonHint: '評量者與訓練機構會看到。簡單寫就好，例如「換了工作」。請不要寫病情等私人細節。',
    sure: '確定要退出這項評量嗎？',
    cannotUndo: '退出後不能恢復。',
    stay: '不退出',
  },
  {
    leave: 'Leave this assessment',
    means:
      'It ends there and then, without a result, and cannot be taken up again. What you handed in is kept as long as the rules say. To be assessed later, ask your training body to enrol you anew.',
    notThis: 'Just not ready? You need not leave: hand in evidence later, or talk to your assessor first.',
    reason: 'Why you leave',
    reasonHint:
      'Your assessor and training body see it. A few words will do, such as “changed jobs”; please leave out matters of health.',
    sure: 'Do you really want to leave this assessment?',
    cannotUndo: 'This cannot be undone.',
    stay: 'Stay',
  },
);
