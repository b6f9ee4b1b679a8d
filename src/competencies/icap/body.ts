import { levelOf } from './codes.js';
import { readCell, type Column, type ColumnItem } from './column.js';
import { type Log, type Place } from './report.js';
import { type Row } from './rows.js';
import { plain, squeeze } from './text.js';

/** What stands beside one level cell. */
export interface Block extends Place {
  level: number;
  tasks: ColumnItem[];
  knowledge: ColumnItem[];
  skills: ColumnItem[];
}

/** The body table, not yet put together. */
export interface Body {
  duties: ColumnItem[];
  tasks: ColumnItem[];
  outputs: ColumnItem[];
  indicators: ColumnItem[];
  blocks: Block[];
}

/** Reads the body table row by row. Each of its seven columns runs on over row and page breaks. */
export interface BodyReader {
  body: Body;
  header(row: Row): void;
  row(row: Row): void;
}

/** Whether a row repeats the head of the body table; one readable cell of it is enough. */
export function isBodyHeader(row: Row): boolean {
  return row.cells.some((cell) => /^(?:職能內涵(?![\p{L}\p{N}])|\([KS]=)/u.test(squeeze(cell.slice(0, 60))));
}

// Tokens of which none is made of others, or a long row of labels would take for ever.
const readableHeader = /^(?:主要職責|工作任務|工作產出|行為指標|職能|級別|內涵|\(K=knowledge知識\)|\(S=skills技能\))*$/;

/** A reader with nothing read. */
export function createBodyReader(log: Log): BodyReader {
  const body: Body = { duties: [], tasks: [], outputs: [], indicators: [], blocks: [] };
  const duty: Column = { kind: 'duty', last: null };
  const task: Column = { kind: 'task', last: null };
  const output: Column = { kind: 'output', last: null };
  const indicator: Column = { kind: 'indicator', last: null };
  const knowledge: Column = { kind: 'knowledge', last: null };
  const skill: Column = { kind: 'skill', last: null };
  let rowTasks: ReadonlySet<string> = new Set();
  let lastBlock: Block | null = null;

  function header({ line, cells }: Row): void {
    const text = cells.filter(Boolean).join('｜');
    if (cells.some((cell) => /^(?:[TOP]\.?\d+\.\d|[KS]\d\d)/.test(squeeze(cell.slice(0, 60))))) {
      log.fault('header_with_items', { line }, text);
    }
    if (!cells.every((cell) => readableHeader.test(squeeze(cell)))) log.find('header_unreadable', { line }, text);
  }

  function row({ line, cells }: Row): void {
    if (cells.slice(7).some(Boolean)) log.fault('too_many_cells', { line, column: 8 }, cells.slice(7).join(' '));
    const read = (column: Column, index: number) =>
      readCell(column, cells[index] ?? '', { line, column: index + 1 }, log);
    const level = plain(cells[4] ?? '');
    const block = (lastBlock = openBlock(level, line) ?? lastBlock);

    const duties = read(duty, 0);
    for (const item of duties) body.duties.push(item);
    const tasks = read(task, 1);
    if (tasks.length > 0) rowTasks = new Set(tasks.map((item) => item.name));
    for (const several of [duties, tasks]) if (several.length > 1) tellSeveral(several);
    for (const item of tasks) {
      if (!block) log.fault('task_without_level', item, item.name, { code: item.name });
      block?.tasks.push(item);
      body.tasks.push(item);
    }
    if (level !== '' && tasks.length === 0) log.find('level_beside_no_task', { line, column: 5 }, level, { level });

    for (const item of read(output, 2)) place(item, body.outputs);
    for (const item of read(indicator, 3)) place(item, body.indicators);
    for (const item of read(knowledge, 5)) beside(item, block?.knowledge);
    for (const item of read(skill, 6)) beside(item, block?.skills);
  }

  function openBlock(cell: string, line: number): Block | null {
    if (cell === '') return null;
    const level = levelOf(cell);
    if (level === null) log.fault('level_invalid', { line, column: 5 }, cell, { field: '職能級別' });
    const block: Block = { line, column: 5, level: level ?? 1, tasks: [], knowledge: [], skills: [] };
    body.blocks.push(block);
    return block;
  }

  // Outputs and indicators belong to the task in their code, wherever they are printed.
  function place(item: ColumnItem, list: ColumnItem[]): void {
    const parent = taskCodeOf(item);
    if (rowTasks.size > 0 && !rowTasks.has(parent)) {
      const row = [...rowTasks].slice(0, 3);
      log.find('row_code_mismatch', item, item.name, { code: item.name, row, parent });
    }
    list.push(item);
  }

  function beside(item: ColumnItem, list: ColumnItem[] | undefined): void {
    if (list) list.push(item);
    else log.fault('item_outside_block', item, item.name, { code: item.name });
  }

  function tellSeveral(items: ColumnItem[]): void {
    const codes = items.map((item) => item.name);
    log.find('several_tasks_in_cell', items[0]!, codes.join(' '), { codes });
  }

  return { body, header, row };
}

/** The code of the task that an output or indicator names. */
export function taskCodeOf({ numbers }: ColumnItem): string {
  return `T${numbers[0]}.${numbers[1]}`;
}
