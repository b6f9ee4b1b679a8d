import { words } from '../i18n/words';

export const searchWords = words(
  {
    title: '搜尋',
    label: '找評量、人員或職能文件',
    hint: '姓名、電子郵件、代碼、班別，或職能文件裡的文字。按 / 可以隨時開始搜尋。',
    shortcut: '搜尋（按 / 開始）',
    go: '搜尋',
    start: '輸入一個字以上就會開始找。',
    none: '沒有找到。換個較短的詞再試一次。',
    found: (count: string) => `找到 ${count} 項`,
    assessments: '評量',
    people: '人員',
    documents: '職能文件',
    attempt: (number: number) => `第 ${number} 次`,
    more: '在職能文件中看更多結果',
  },
  {
    title: 'Search',
    label: 'Find assessments, people or documents',
    hint: 'A name, an e-mail, a code, a cohort or words of a document. Press / to search from anywhere.',
    shortcut: 'Search (press /)',
    go: 'Search',
    start: 'Enter one character or more.',
    none: 'Nothing was found. Try a shorter word.',
    found: (count: string) => `${count} found`,
    assessments: 'Assessments',
    people: 'People',
    documents: 'Documents',
    attempt: (number: number) => `attempt ${number}`,
    more: 'See more among the documents',
  },
);
