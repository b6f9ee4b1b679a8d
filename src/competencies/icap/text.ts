/** Han characters and the punctuation that is set among them. */
export const cjk = '[\\p{Script=Han}\\u3001-\\u301F\\uFF00-\\uFFEF]';

/** Full-width ASCII as ASCII, one character for one, so that places in the result are places in the text. */
export function fold(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** A text without any white space, and with ASCII letters, digits and brackets: the form in which labels compare. */
export function squeeze(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

const longestLabel = 60;

/** A cell as a label; a cell too long to be one gives nothing. Markdown heading and bold marks do not count. */
export function label(cell: string): string {
  if (cell.length > longestLabel) return '';
  return squeeze(cell)
    .replace(/^[#*]+/, '')
    .replace(/[*:]+$/, '');
}

/**
 * The lines of printed text in a cell: paragraph, break and list tags end a line, other tags are dropped, `^{X}` is X.
 * Nothing else of HTML is interpreted: entities stay as they are, and what is no tag stays text.
 */
export function plainLines(cell: string): string[] {
  return cell
    .replace(/<sup>\s?註\s?(\d{1,3})\s?<\/sup>/gi, '【註$1】')
    .replace(/<\/?(?:p|br|li|ul|ol|div)(?![a-z0-9])[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\^\{([^{}]*)\}/g, '$1')
    .split('\n');
}

/** A cell's text on one line, its pieces joined with nothing between them. */
export function plain(cell: string): string {
  return plainLines(cell)
    .map((line) => line.trim())
    .join('');
}
