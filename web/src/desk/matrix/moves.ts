/** A place in the grid; -1 is the head of a row or a column. */
export interface Spot {
  row: number;
  column: number;
}

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));

/** Where a key leads to from here; undefined for a key that leads nowhere. */
export function step(
  { key, ctrlKey, metaKey }: { key: string; ctrlKey: boolean; metaKey: boolean },
  { row, column }: Spot,
  rows: number,
  columns: number,
  page: number,
): Spot | undefined {
  const far = ctrlKey || metaKey;
  const to = (r: number, c: number): Spot => ({ row: between(-1, r, rows - 1), column: between(-1, c, columns - 1) });
  switch (key) {
    case 'ArrowUp':
      return to(far ? -1 : row - 1, column);
    case 'ArrowDown':
      return to(far ? rows : row + 1, column);
    case 'ArrowLeft':
      return to(row, far ? -1 : column - 1);
    case 'ArrowRight':
      return to(row, far ? columns : column + 1);
    case 'Home':
      return to(far ? -1 : row, -1);
    case 'End':
      return to(far ? rows : row, columns);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    default:
      return undefined;
  }
}
