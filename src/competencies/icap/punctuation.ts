import { cjk } from './text.js';

const fullWidth: Record<string, string> = { '·': '，', ',': '，', ':': '：', ';': '；', '!': '！', '?': '？' };
const middleDot = new RegExp(`${cjk}\u00b7${cjk}`, 'u');
const halfWidth = new RegExp(`(?<=${cjk})[\u00b7,:;!?](?=${cjk}|$)`, 'gu');

/** Whether a text shows the mark of an OCR run: a middle dot where Chinese has a comma. */
export function showsOcr(text: string): boolean {
  return middleDot.test(text);
}

/** The text with half-width punctuation between Chinese characters made full width, and how many marks that were. */
export function repairPunctuation(text: string): { text: string; repaired: number } {
  let repaired = 0;
  const mended = text.replace(halfWidth, (mark) => {
    repaired++;
    return fullWidth[mark] ?? mark;
  });
  return { text: mended, repaired };
}
