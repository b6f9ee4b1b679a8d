import { artifact, baseLine, drawLines, element, fitting, heightOf, lineHeight, newPage, tagged } from './layout.js';
import { breakLines, type Line, type Run } from './lines.js';
import { type IssuedRecord, type Sheet } from './sheet.js';
import { colors } from './theme.js';

const labelWidth = 126;
const padding = 4.5;

/** Names beside values, as a table of two columns whose first one heads each row. */
export function factTable({ flow, root }: Sheet<IssuedRecord>, rows: [Run[], Run[][]][]): void {
  const table = element(flow, root, 'Table');
  for (const [name, values] of rows) {
    const row = element(flow, table, 'TR');
    const [head, data] = [element(flow, row, 'TH', { scope: 'Row' }), element(flow, row, 'TD')];
    const label = breakLines(name, labelWidth - 8);
    let lines = values.flatMap((runs) => breakLines(runs, flow.width - labelWidth));
    const smallest = Math.max(heightOf(label), lineHeight(lines[0]!)) + 2 * padding;
    if (flow.y + Math.min(smallest, heightOf(lines) + 2 * padding) > flow.bottom) newPage(flow);
    for (let part = 0; lines.length > 0; part += 1) {
      if (part > 0) newPage(flow);
      const now = lines.slice(0, Math.max(1, fitting(lines, flow.bottom - flow.y - 2 * padding)));
      lines = lines.slice(now.length);
      const top = flow.y + padding;
      if (part === 0) tagged(flow, head, 'TH', () => drawLines(flow, label, flow.left, top + lowered(label, now)));
      let below = top;
      tagged(flow, data, 'TD', () => (below = drawLines(flow, now, flow.left + labelWidth, top)));
      flow.y = Math.max(below, top + (part === 0 ? heightOf(label) : 0)) + padding;
    }
    artifact(flow, () => flow.document.rect(flow.left, flow.y - 0.25, flow.width, 0.5).fill(colors.rule));
    [head, data, row].forEach((struct) => struct.end());
  }
  table.end();
  flow.y += 14;
}

/** So much lower the smaller label stands, for both to share one base line. */
function lowered([label]: Line[], [value]: Line[]): number {
  return Math.max(0, baseLine(value!) - baseLine(label!));
}
