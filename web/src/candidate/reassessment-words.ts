import { words } from '../i18n/words';

export const reassessmentWords = words(
  {
    title: '補評',
    again: '再接受評量',
    started: (attempt: number) => `第 ${attempt} 次評量已經開始。`,
    goTo: '前往新的評量',
    when: '訓練機構或主評隨時可以為您安排補評，不必等申覆期限過去。準備好了，請告訴他們。',
    whenLeft: '想再接受評量時，請告訴訓練機構。',
    afterAppeal: '您的申覆還沒有決定。有了決定，才能開始補評。',
    upheld: '申覆成立後的補評，會由另一位評量者負責。',
    carries: (count: string) => `可以沿用：評量者已接受的 ${count} 項`,
    carriesHelp:
      '由安排補評的人決定沿用哪些，您不必重交檔案。沿用的項目在補評時會由評量者重新判斷，並以新的判定日重新計算證據的時效。',
    shows: (count: string) => `要再證明：還沒有達成的 ${count} 項`,
    showsHelp: '先從這些項目準備新的證據。',
    // In the attempt that follows
    follows: (attempt: number) => `這是第 ${attempt} 次評量`,
    carried: (count: string) => `沿用了上一次的 ${count} 件證據，不必重交；評量者會重新判斷它們證明了什麼。`,
    nothingCarried: '上一次的證據沒有沿用到這裡，請重新交證據。',
    before: '看上一次的結果與回饋',
  },
  {
    title: 'Reassessment',
    again: 'Being assessed again',
    started: (attempt: number) => `Attempt ${attempt} has begun.`,
    goTo: 'Go to the new assessment',
    when: 'Your training body or lead assessor can arrange it at any time; the time to appeal need not have passed. Tell them when you are ready.',
    whenLeft: 'When you want to be assessed again, tell your training body.',
    afterAppeal: 'Your appeal is not decided yet. A reassessment can begin once it is.',
    upheld: 'After an appeal that was upheld, another assessor takes it on.',
    carries: (count: string) => `Can come along: what was accepted (${count})`,
    carriesHelp:
      'Whoever arranges the reassessment chooses what comes along; you need not upload it again. It is judged anew, and its age is measured at the day of the new verdict.',
    shows: (count: string) => `To be shown: what is not met yet (${count})`,
    showsHelp: 'Prepare new evidence for these first.',
    follows: (attempt: number) => `This is attempt ${attempt}`,
    carried: (count: string) =>
      `Evidence that came along from the attempt before: ${count}. You need not upload it again; your assessor judges anew what it shows.`,
    nothingCarried: 'Nothing came along from the attempt before; please hand in your evidence again.',
    before: 'See the result and feedback of the attempt before',
  },
);
