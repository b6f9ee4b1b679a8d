import { type Tx } from '../database/database.js';

/**
 * The next number of a body's year. Rows of the register are never removed, and writes come one after the other, so the
 * next number is the last one and one more: without gaps, and never given twice (rule P10, docs/decisions/0001).
 */
export async function nextSerial(tx: Tx, bodyId: string, year: number): Promise<number> {
  const rows: { last: number | null }[] = await tx.sql`
    SELECT MAX(serial) AS last FROM certificates WHERE body_id = ${bodyId} AND year = ${year}`;
  return Number(rows[0]?.last ?? 0) + 1;
}

/** As it is printed, and as it sorts: `2026-000001`. */
export function certificateNumber(year: number, serial: number): string {
  return `${year}-${String(serial).padStart(6, '0')}`;
}
