import { words } from '../i18n/words';

export const requestWords = words(
  {
    title: '評量者的補件要求',
    from: (name: string) => `${name} 請您補充`,
    open: '等您回覆',
    overdue: '已過期限',
    answered: '已回覆',
    withdrawn: '已取消',
    due: (date: string) => `期限：${date}`,
    answeredWith: (number: number, title: string) => `您以證據 ${number}「${title}」回覆`,
    takenBack: (number: number, title: string) => `證據 ${number}「${title}」已撤回，請改用其他證據回覆`,
    handInNew: '交新的證據',
    useOld: '用已交的證據回覆',
    which: '用哪一件證據回覆',
    answer: '回覆',
    done: '已回覆評量者。',
  },
  {
    title: 'What your assessor asks for',
    from: (name: string) => `${name} asks for more`,
    open: 'Waits for you',
    overdue: 'Overdue',
    answered: 'Answered',
    withdrawn: 'Withdrawn',
    due: (date: string) => `Due ${date}`,
    answeredWith: (number: number, title: string) => `You answered with evidence ${number}, “${title}”`,
    takenBack: (number: number, title: string) =>
      `Evidence ${number}, “${title}”, was withdrawn; please answer with another`,
    handInNew: 'Hand in something new',
    useOld: 'Answer with what is here',
    which: 'Which evidence answers it',
    answer: 'Answer',
    done: 'Your assessor has your answer.',
  },
);
