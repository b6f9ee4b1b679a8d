import { type Cell, type Column, type Coverage, type Row } from '../types';

export interface Wish {
  rows: string;
  columns: string;
  find: string;
}

export interface Selection {
  rows: Row[];
  columns: Column[];
  /** The cell of a row and a column, where a claim stands. */
  cellAt: (row: Row, column: Column) => Cell | undefined;
}

const key = (target: string, item: string): string => `${item} ${target}`;

/** The rows and columns that are wished for; words found in either narrow that one down. */
export function select(coverage: Coverage, { rows, columns, find }: Wish): Selection {
  const cells = new Map(coverage.cells.map((cell) => [key(cell.target, cell.item), cell]));
  const waiting = new Set(
    coverage.cells.flatMap(({ item, claims }) => (claims.some(({ state }) => state === 'unjudged') ? [item] : [])),
  );
  const wishedRows = coverage.targets.filter((row) => {
    if (rows === 'gaps') return row.required && !row.met;
    return rows === 'required' ? row.required : rows === 'all' || row.type === rows;
  });
  const wishedColumns = coverage.items.filter((column) => {
    if (columns === 'waiting') return waiting.has(column.id);
    if (columns === 'direct') return column.class === 'direct';
    return columns === 'held' ? column.state !== 'ready' : true;
  });
  const sought = find.trim().toLowerCase();
  const foundRows = wishedRows.filter(({ code, text }) => `${code} ${text}`.toLowerCase().includes(sought));
  const foundColumns = wishedColumns.filter(({ number, title }) => `${number} ${title}`.toLowerCase().includes(sought));
  return {
    rows: foundRows.length === 0 && foundColumns.length > 0 ? wishedRows : foundRows,
    columns: foundColumns.length === 0 && foundRows.length > 0 ? wishedColumns : foundColumns,
    cellAt: (row, column) => cells.get(key(row.ref, column.id)),
  };
}
