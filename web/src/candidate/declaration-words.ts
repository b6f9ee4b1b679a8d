import { words } from '../i18n/words';

export const declarationWords = words(
  {
    title: '聲明真實性',
    lead: '請確認下面的證據都真實反映您的工作。聲明會記下您的姓名、時間與檔案指紋（由檔案內容算出的一串代碼，檔案改過就會不同）；之後若更正內容，需要再聲明一次。',
    undated: (count: number) => `有 ${count} 件還不知道哪一天完成，所以沒有勾選`,
    undatedHelp: '沒有日期就不採計；聲明後才補上日期，又要再聲明一次。請先填上：',
    which: '要聲明的證據',
    declare: (count: number) => (count === 0 ? '請先勾選要聲明的證據' : `我聲明這 ${count} 件證據`),
    done: (count: number) => `已聲明 ${count} 件證據。`,
    none: '目前沒有需要聲明的證據。',
  },
  {
    title: 'Declare authenticity',
    lead: 'Check that the evidence below truly reflects your work. Your name, the time and a fingerprint of the files (a code worked out from what is in them, which changes if they do) are kept with it; what you correct later has to be declared again.',
    undated: (count: number) =>
      count === 1 ? 'One has no date yet, so it is not ticked' : `${count} have no date yet, so they are not ticked`,
    undatedHelp:
      'Without a date it does not count, and a date filled in later means declaring it again. Fill it in first:',
    which: 'Evidence to declare',
    declare: (count: number) =>
      count === 0
        ? 'Tick what you declare first'
        : count === 1
          ? 'I declare this evidence'
          : `I declare these ${count}`,
    done: (count: number) => (count === 1 ? 'One item was declared.' : `${count} items were declared.`),
    none: 'There is nothing to declare now.',
  },
);
