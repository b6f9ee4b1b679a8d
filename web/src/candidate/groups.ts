import { type Coverage, type Row } from './types';

/** What can be shown by evidence; headings, methods and contexts cannot. */
export type ClaimableType = 'criterion' | 'indicator' | 'key_aspect' | 'knowledge' | 'skill' | 'attitude' | 'output';

export interface Group {
  key: string;
  /** The element, task or duty that they belong to, if they do. */
  heading: { code: string; text: string } | null;
  type: ClaimableType;
  rows: Row[];
}

/** Targets in the order of the document, each below its element or task, or with others of its kind. */
export function groupsOf({ headings }: Pick<Coverage, 'headings'>, rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const isStep = row.type === 'criterion' || row.type === 'indicator';
    const heading = (isStep && headings.find(({ ref }) => ref === row.parentRef)) || null;
    const key = heading?.ref ?? row.type;
    const group = groups.get(key) ?? { key, heading, type: row.type as ClaimableType, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}
