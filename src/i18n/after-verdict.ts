import { type Texts } from './i18n.js';

/** What people are told of the steps after a verdict, besides findings and errors. */
export const afterVerdictTexts: Texts<'receipt'> = {
  'zh-TW': { receipt: '簽收只表示受評者已收到這份判定文件，不代表同意判定；不服判定，仍得於申覆期限內提出申覆。' },
  en: {
    receipt:
      'This receipt says only that the candidate has the document of the verdict. It is no consent: the candidate may still appeal within the time for it.',
  },
};
