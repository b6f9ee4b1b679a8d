import { words } from '../i18n/words';

export const declarationWords = words(
  {
    title: '聲明真實性',
    lead: '請確認下面的證據都真實反映您的工作。聲明會記下您的姓名、時間與檔案的雜湊值；之後若更正內容，需要再聲明一次。',
    which: '要聲明的證據',
    declare: (count: number) => `我聲明這 ${count} 件證據`,
    done: (count: number) => `已聲明 ${count} 件證據。`,
    none: '目前沒有需要聲明的證據。',
  },
  {
    title: 'Declare authenticity',
    lead: 'Check that the evidence below truly reflects your work. Your name, the time and the hash of the files are kept with it; what you correct later has to be declared again.',
    which: 'Evidence to declare',
    declare: (count: number) => (count === 1 ? 'I declare this evidence' : `I declare these ${count}`),
    done: (count: number) => (count === 1 ? 'One item was declared.' : `${count} items were declared.`),
    none: 'There is nothing to declare now.',
  },
);
