/** Other prints of the same document: what another page size or another export would have made of it. */

const header =
  '主要職責\t工作任務\t工作產出\t行為指標\t職能級別\t職能內涵 (K=knowledge 知識)\t職能內涵 (S=skills 技能)';

export function asMarkdown(source: string): string {
  return source.replace(/^.*\t.*$/gm, (line) => `| ${line.split('\t').join(' | ')} |`);
}

export function asTabs(source: string): string {
  return source.replace(/^\|(.*)\|$/gm, (_, cells: string) =>
    cells
      .split('|')
      .map((cell) => cell.trim())
      .join('\t'),
  );
}

export function asFullWidthCodes(source: string): string {
  return source.replace(
    /(?<!\S|\{)(?:[TOP]\d(?:\.\d)+|T\d(?!\d)|[KSA]\d\d)|(?<=<p>)(?:P\d\.\d\.\d|[KS]\d\d)/g,
    (code) => code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  );
}

/**
 * Breaks rows of the body table in two, at places that `choose` picks (a number from 0 up to the one it is given), some
 * with a page break and a repeated header between them. The level stays on the upper row, as it is printed.
 */
export function withOtherBreaks(source: string, choose: (below: number) => number): string {
  const lines = asTabs(source).split('\n');
  const start = lines.findIndex((line) => line.startsWith('主要職責'));
  const end = lines.findIndex((line) => /^職能內涵 ?\(A=/.test(line));
  return lines
    .flatMap((line, i) => {
      const cells = line.split('\t');
      const isBody = i > start && i < end && cells.length > 1 && !/職能內涵|\(K=/.test(line);
      if (!isBody || choose(3) === 0) return [line];
      const broken = cells.map((cell, column) => (column === 4 ? [cell, ''] : breakCell(cell, choose)));
      const page = choose(2) === 0 ? ['', header] : [];
      return [broken.map(([upper]) => upper).join('\t'), ...page, broken.map(([, lower]) => lower).join('\t')];
    })
    .join('\n');
}

/** Breaks the long values of a unit: the rest goes on in a row of its own, with an empty label. */
export function withBrokenValues(source: string, choose: (below: number) => number): string {
  return source
    .split('\n')
    .flatMap((line) => {
      if (line.length < 100) return [line];
      const [name, value = ''] = line.split('\t');
      const [upper, lower] = breakCell(value, choose);
      return lower === '' ? [line] : [`${name}\t${upper}`, '', `\t${lower}`];
    })
    .join('\n');
}

// Only between two Chinese characters or marks, where a printed line can end.
function breakCell(cell: string, choose: (below: number) => number): [string, string] {
  const places = [...cell.matchAll(/(?<=[\p{Script=Han}，、。·,])(?=[\p{Script=Han}，、。·,])/gu)]
    .map((match) => match.index)
    .filter((index) => !/【註?$|>[一二三四五六七八九十、]+$/.test(cell.slice(0, index)));
  const index = places[choose(places.length + 1)];
  return index === undefined ? [cell, ''] : [cell.slice(0, index), cell.slice(index)];
}
