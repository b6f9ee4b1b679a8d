import { type Reader } from '../database/database.js';

/** One list of an export, by names parted by spaces: columns, those that hold JSON, and those that name a person by id. */
export interface Section {
  name: string;
  columns: string;
  /** SQL after FROM, up to the id that it is asked for. */
  from: string;
  json?: string;
  people?: string;
  /** For the person alone, whichever body asks. */
  private?: true;
}

/** About the person themselves; no secret of theirs, nor its hash. */
const personSections: readonly Section[] = [
  { name: 'account', columns: 'id email name locale created_at', from: 'users t WHERE t.id =' },
  {
    name: 'memberships',
    columns: 'body_id role created_at ended_at',
    from: 'memberships t WHERE t.user_id =',
  },
  {
    name: 'qualifications',
    columns: 'body_id title document_codes valid_from valid_until recorded_at revoked_at',
    json: 'document_codes',
    from: 'qualifications t WHERE t.user_id =',
  },
  {
    name: 'duties',
    columns: 'assessment_id duty assigned_at ended_at',
    from: 'assignments t WHERE t.user_id =',
    private: true,
  },
  {
    name: 'corrections',
    columns: 'body_id field old_value new_value reason corrected_by corrected_at',
    people: 'corrected_by',
    from: 'corrections t WHERE t.user_id =',
  },
  {
    name: 'notices',
    columns: 'body_id kind created_at due_at sent_at dropped_at',
    from: 'notices t WHERE t.user_id =',
  },
  {
    name: 'sessions',
    columns: 'user_agent created_at expires_at revoked_at',
    from: 'sessions t WHERE t.user_id =',
    private: true,
  },
  {
    name: 'apiTokens',
    columns: 'name created_at expires_at revoked_at',
    from: 'api_tokens t WHERE t.user_id =',
    private: true,
  },
  {
    name: 'evidenceLookedAt',
    columns: 'assessment_id item_id file_id kind at via',
    from: 'evidence_accesses t WHERE t.user_id =',
    private: true,
  },
];

/** What a body may know of a person: nothing that is the person's own affair, and nothing of other bodies. */
export async function loadPerson(reader: Reader, userId: string, bodyId: string | null): Promise<Sections> {
  if (bodyId === null) return loadSections(reader, personSections, userId);
  const all = await loadSections(
    reader,
    personSections.filter((section) => !section.private),
    userId,
  );
  const here = (row: Record<string, unknown>): boolean => !('bodyId' in row) || row.bodyId === bodyId;
  return Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, rows.filter(here)]));
}

export type Sections = Record<string, Record<string, unknown>[]>;

/** All lists of an export about one id, with people by their names and nothing else. */
export async function loadSections(reader: Reader, sections: readonly Section[], id: string): Promise<Sections> {
  const result: Sections = {};
  for (const { name, columns, from, json, people } of sections) {
    const named = listed(people);
    const selected = listed(columns).map((column) => {
      const value = named.includes(column) ? `(SELECT u.name FROM users u WHERE u.id = t.${column})` : `t.${column}`;
      return `${value} AS "${keyOf(column)}"`;
    });
    const rows: Record<string, unknown>[] = await reader.sql`
      SELECT ${() => selected.join(', ')} FROM ${() => from} ${id}`;
    for (const row of rows) for (const column of listed(json)) row[keyOf(column)] = parsed(row[keyOf(column)]);
    result[name] = rows;
  }
  return result;
}

const listed = (names = ''): string[] => names.split(' ').filter(Boolean);

/** `judged_by` becomes `judgedBy`. */
function keyOf(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A record that was deleted is empty text. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' && value !== '' ? JSON.parse(value) : null;
}
