import { type Texts } from './i18n.js';

/** What a candidate puts their name to (rule A1). Stored with each declaration, so a later wording changes none. */
export const declarationTexts: Texts<'authenticity'> = {
  'zh-TW': { authenticity: '我聲明這件證據是我本人的作品或紀錄，其中他人的貢獻已據實說明。' },
  en: {
    authenticity:
      'I declare that this evidence is my own work or a true record of it, and that what others contributed is stated.',
  },
};
