export const columns = ['name', 'email', 'unit', 'assessor', 'pathway', 'cohort', 'workplace'] as const;
export type Column = (typeof columns)[number];

/** What a column may be called, in lower case and without spaces. */
const names: Record<Column, readonly string[]> = {
  name: ['姓名', '受評者', '受評者姓名', 'name', 'candidate'],
  email: ['電子郵件', '受評者電子郵件', '電子信箱', '信箱', 'email', 'e-mail', 'mail'],
  unit: ['單元代碼', '職能單元代碼', '職能單元', '代碼', '職能基準代碼', 'unit', 'unitcode', 'code'],
  assessor: ['主評量者', '主評量者電子郵件', '評量者', 'assessor', 'leadassessor', 'assessoremail'],
  pathway: ['途徑', '評量途徑', 'pathway'],
  cohort: ['班別', '班級', '梯次', 'cohort', 'class'],
  workplace: ['工作場所', '工作地點', 'workplace'],
};

const needed: readonly Column[] = ['name', 'email', 'unit', 'assessor'];

const pathways: Record<string, 'training' | 'rpl'> = {
  '': 'training',
  training: 'training',
  訓練: 'training',
  訓練後評量: 'training',
  'after training': 'training',
  rpl: 'rpl',
  先前學習認可: 'rpl',
  'recognition of prior learning': 'rpl',
};

/** The pathway that a text means; undefined if it means none. */
export const pathwayOf = (text: string): 'training' | 'rpl' | undefined => pathways[text.trim().toLowerCase()];

export interface Line extends Record<Column, string> {
  line: number;
}

export type Table = { missing: readonly Column[] } | { lines: Line[] };

/** The lines below a header, by what their columns mean; or which needed columns there are not. */
export function linesOf(rows: readonly { line: number; cells: readonly string[] }[]): Table {
  const [head, ...rest] = rows;
  const known = (head?.cells ?? []).map((cell) => cell.toLowerCase().replace(/[\s_（(].*$|\s/g, ''));
  const whole = (head?.cells ?? []).map((cell) => cell.toLowerCase().replace(/\s/g, ''));
  const at = new Map(
    columns.map((column) => {
      const exact = whole.findIndex((cell) => names[column].includes(cell));
      return [column, exact >= 0 ? exact : known.findIndex((cell) => names[column].includes(cell))] as const;
    }),
  );
  const missing = needed.filter((column) => at.get(column)! < 0);
  if (missing.length > 0) return { missing };
  const lines = rest.map(({ line, cells }) => {
    const values = columns.map((column) => [column, cells[at.get(column)!] ?? ''] as const);
    return { line, ...(Object.fromEntries(values) as Record<Column, string>) };
  });
  return { lines };
}
