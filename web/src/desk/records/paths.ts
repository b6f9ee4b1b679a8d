import { partOf } from '../frame';

/** Addresses of records inside an assessment. */
export const recordsOf = (id: string, rest = ''): string => `${partOf(id, 'records')}${rest && `/${rest}`}`;

/** What is written down in one form each. */
export type Kind = 'observation' | 'demonstration' | 'questioning' | 'rpl_conversation';

const isQuestioning = (kind: Kind): boolean => kind === 'questioning' || kind === 'rpl_conversation';

/** Where a new record of this kind is begun: as a copy of another one, or as part of a sitting. */
export function newRecord(id: string, kind: Kind, more: { from?: string; sitting?: string } = {}): string {
  const asked = new URLSearchParams({ kind, ...more });
  return `${recordsOf(id, `new/${isQuestioning(kind) ? 'questionings' : 'observations'}`)}?${asked.toString()}`;
}
