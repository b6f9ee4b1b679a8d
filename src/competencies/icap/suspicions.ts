/** Characters that OCR gives for another, with the words in which they are right. */
const confusable: { char: string; likely: string; words: RegExp }[] = [
  {
    char: '目',
    likely: '且',
    words: /目[標的前錄次光視測擊鏡地睹]|[項科題品數名節注矚盲耳面條欄綱書細價心眼醒總子篇劇曲類帳頭]目/g,
  },
  { char: '末', likely: '未', words: /末[端期日尾梢代段節世路年]|[週周期月年歲季始粉本句文最之學]末/g },
  { char: '曰', likely: '日', words: /[名謂]曰/g },
];

/** A character that is probably misread, where it stands. */
export interface Suspicion {
  char: string;
  likely: string;
  around: string;
}

/** The first place where such a character stands in none of the words it is known from: a hint for people, no repair. */
export function suspectedCharacters(text: string): Suspicion[] {
  return confusable.flatMap(({ char, likely, words }) => {
    // A word is put out of sight at its own length, so that places stay places in the text.
    const index = text.replace(words, '\u0000\u0000').indexOf(char);
    return index < 0 ? [] : [{ char, likely, around: text.slice(Math.max(0, index - 2), index + 4) }];
  });
}

/** Whether the rest of a note mark is left in a text from which whole marks were taken. */
export function hasBrokenNoteMark(text: string): boolean {
  return /【\s?註|註\s?\d{0,3}\s?】|\^\{/.test(text);
}

const pairs = ['【】', '「」', '『』', '《》', '（）', '()'];

/** Whether a kind of bracket opens and closes unequally often. */
export function hasUnpairedBracket(text: string): boolean {
  return pairs.some(([open = '', close = '']) => text.split(open).length !== text.split(close).length);
}
