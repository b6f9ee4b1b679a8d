import { words } from '../i18n/words';

export const uploadWords = words(
  {
    unfinished: '有檔案上次沒有傳完',
    goOn: '請在下面再選一次同一個檔案，會從中斷的地方接著傳，不必從頭開始。',
    arrived: (received: string, size: string) => `已傳 ${received}，共 ${size}`,
    until: (day: string) => `保留到 ${day}`,
    drop: '不傳了',
    dropNamed: (name: string) => `不傳了：${name}`,
    dropped: (name: string) => `已取消「${name}」，傳到一半的內容已刪除。`,
  },
  {
    unfinished: 'Some files did not arrive whole last time',
    goOn: 'Choose the same file again below: it goes on from where it stopped.',
    arrived: (received: string, size: string) => `${received} of ${size} arrived`,
    until: (day: string) => `kept until ${day}`,
    drop: 'Cancel',
    dropNamed: (name: string) => `Cancel ${name}`,
    dropped: (name: string) => `Cancelled “${name}”. What had arrived of it was deleted.`,
  },
);
