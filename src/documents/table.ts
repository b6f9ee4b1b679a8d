import { type Flow, artifact, drawLines, element, fitting, heightOf, need, newPage, tagged } from './layout.js';
import { breakLines, type Line, type Run } from './lines.js';
import { type Struct } from './pdfkit-inside.js';
import { colors } from './theme.js';

export interface Column {
  title: Run[];
  width: number;
}

export interface Cell {
  /** Paragraphs, one below the other. */
  runs: Run[][];
  /** Drawn at the cell's upper left, in front of its text; it repeats in shape what the text says. */
  mark?: (x: number, y: number) => void;
}

export interface Row {
  cells: Cell[];
  /** A row that heads the rows below it: one cell over all columns. */
  heading?: boolean;
  indent?: number;
}

const padding = { x: 6, y: 4 };
const markWidth = 14;
/** A row that is shorter goes whole to the next page; a taller one is split. */
const splitAbove = 160;
/** A row that is split begins where at least so much is free. */
const splitStart = 60;
/** Headings one below the other that are kept with the row below them: duty and task, or block. */
const mostHeadings = 3;

interface Prepared {
  row: Row;
  columns: { x: number; width: number }[];
  lines: Line[][];
}

/** A table with its lines broken and nothing drawn yet. */
export interface LaidTable {
  header: Prepared;
  rows: Prepared[];
  /** The height that must be free for the table to begin well: its header and its first row, or enough of it. */
  opening: number;
}

/** Breaks the lines of a table as wide as the flow. */
export function layTable(flow: Flow, columns: Column[], rows: Row[]): LaidTable {
  const places = columnPlaces(flow, columns);
  const header: Prepared = {
    row: { cells: [] },
    columns: places,
    lines: columns.map(({ title }, i) => wrap([title], places[i]!.width)),
  };
  const prepared = rows.map((row) => prepare(flow, row, places));
  return { header, rows: prepared, opening: heightOfRow(header) + heightTogether(prepared, 0) };
}

/** Draws a table whose header is repeated on every page and whose rows are split over pages with nothing cut. */
export function drawTable(flow: Flow, parent: Struct, { header, rows, opening }: LaidTable, summary: string): void {
  const struct = element(flow, parent, 'Table', { title: summary });
  need(flow, opening);
  drawHeader(flow, header, struct);
  rows.forEach((row, index) => {
    if (flow.y + heightTogether(rows, index) > flow.bottom) breakPage(flow, header);
    drawRow(flow, row, struct, header);
  });
  struct.end();
  flow.y += 14;
}

/** The height that a row must find free on a page: with it, the first row below the headings that it begins. */
function heightTogether(rows: Prepared[], index: number): number {
  const next = rows.slice(index, index + mostHeadings + 1);
  const below = next.findIndex(({ row }) => !row.heading);
  const together = below < 0 ? next : next.slice(0, below + 1);
  return together.map(heightOfRow).reduce((sum, height) => sum + (height > splitAbove ? splitStart : height), 0);
}

function columnPlaces(flow: Flow, columns: Column[]): { x: number; width: number }[] {
  let x = flow.left;
  return columns.map(({ width }) => {
    const place = { x: x + padding.x, width: width - 2 * padding.x };
    x += width;
    return place;
  });
}

function prepare(flow: Flow, row: Row, places: { x: number; width: number }[]): Prepared {
  const shift = row.indent ?? 0;
  const whole = [{ x: flow.left + padding.x + shift, width: flow.width - 2 * padding.x - shift }];
  const columns = row.heading ? whole : places;
  const lines = row.cells.map(({ runs, mark }, i) => wrap(runs, columns[i]!.width - (mark ? markWidth : 0)));
  return { row, columns, lines };
}

function wrap(paragraphs: Run[][], width: number): Line[] {
  return paragraphs.flatMap((runs) => breakLines(runs, width));
}

function heightOfRow({ lines }: Prepared): number {
  return Math.max(0, ...lines.map(heightOf)) + 2 * padding.y;
}

function drawHeader(flow: Flow, header: Prepared, struct: Struct | undefined): void {
  const height = heightOfRow(header);
  const { left, width, y } = flow;
  artifact(flow, () => {
    flow.document.rect(left, y, width, height).fill(colors.panel);
    flow.document.rect(left, y + height - 0.4, width, 0.8).fill(colors.muted);
  });
  const row = struct && element(flow, struct, 'TR');
  header.lines.forEach((lines, i) => {
    const work = (): void => void drawLines(flow, lines, header.columns[i]!.x, y + padding.y);
    if (!row) return artifact(flow, work, 'Pagination');
    const cell = element(flow, row, 'TH', { scope: 'Column' });
    tagged(flow, cell, 'TH', work);
    cell.end();
  });
  row?.end();
  flow.y += height;
}

/** The header on a further page is the same one again, so it is no second row for assistive technology. */
function breakPage(flow: Flow, header: Prepared): void {
  newPage(flow);
  drawHeader(flow, header, undefined);
}

function drawRow(flow: Flow, prepared: Prepared, table: Struct, header: Prepared): void {
  const { row, columns } = prepared;
  const struct = element(flow, table, 'TR');
  const cells = row.cells.map((_, i) => {
    const cell = element(flow, struct, i === 0 ? 'TH' : 'TD', i === 0 ? { scope: 'Row' } : {});
    if (row.heading) cell.dictionary.data['A'] = { O: 'Table', Scope: 'Row', ColSpan: header.columns.length };
    return cell;
  });
  let rest = prepared.lines;
  for (let part = 0; part === 0 || rest.some((lines) => lines.length > 0); part += 1) {
    if (part > 0) breakPage(flow, header);
    const room = flow.bottom - flow.y - 2 * padding.y;
    const now = rest.map((lines) => lines.slice(0, Math.max(1, fitting(lines, room))));
    rest = rest.map((lines, i) => lines.slice(now[i]!.length));
    const { y } = flow;
    const height = Math.max(...now.map(heightOf)) + 2 * padding.y;
    underlay(flow, row, y, height);
    now.forEach((lines, i) => {
      const { mark } = row.cells[i]!;
      if (mark && part === 0) artifact(flow, () => mark(columns[i]!.x, y + padding.y));
      if (lines.length === 0 && part > 0) return;
      const x = columns[i]!.x + (mark ? markWidth : 0);
      tagged(flow, cells[i]!, i === 0 ? 'TH' : 'TD', () => drawLines(flow, lines, x, y + padding.y));
    });
    flow.y += height;
  }
  cells.forEach((cell) => cell.end());
  struct.end();
}

function underlay(flow: Flow, row: Row, y: number, height: number): void {
  const { left, width, document } = flow;
  artifact(flow, () => {
    if (row.heading) document.rect(left, y, width, height).fill(colors.faint);
    document.rect(left, y + height - 0.25, width, 0.5).fill(colors.rule);
  });
}
