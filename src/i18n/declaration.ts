import { type Texts } from './i18n.js';

/** What a candidate puts their name to (rule A1). Stored with each declaration, so a later wording changes none. */
export const declarationTexts: Texts<'authenticity'> = {
  'zh-TW': { authenticity: '我聲明這件證據真實反映我的工作；不是我本人製作的部分，已據實說明來源與他人的貢獻。' },
  en: {
    authenticity:
      'I declare that this evidence truly reflects my work, and that I have stated the source of every part I did not make and what others contributed.',
  },
};
