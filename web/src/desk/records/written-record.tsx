import { type ComponentType } from 'react';
import { useSearch } from 'wouter';
import { type Problem } from '../../api/client';
import { useApi } from '../../api/use-api';
import { usePerson } from '../../session/session';
import { Loaded } from '../../ui/page';
import { type Evidence, type EvidenceFile } from '../types';
import { type Around } from './types';
import { useBegin } from './use-begin';

interface Signable {
  assessor: { id: string };
  signedAt: string | null;
}

interface Asked<Kept> {
  data: Kept | undefined;
  error: Problem | null;
  isFetching: boolean;
  refetch: () => unknown;
}

/** What a form of a record is given. */
export interface Writing<Kept, Content> {
  around: Around;
  id: string;
  begin: Content;
  /** What the server holds of it; null if nothing yet. */
  kept: Kept | null;
  files: readonly EvidenceFile[];
  onReload: () => void;
}

/** What a page is given on which a record is read. */
export interface Reading<Kept> {
  around: Around;
  record: Kept;
  evidence: Evidence;
}

/** What the address of a new record says of it. */
export function useAsked(): { kind: string | null; from: string | null; sitting: string | null } {
  const asked = new URLSearchParams(useSearch());
  return { kind: asked.get('kind'), from: asked.get('from'), sitting: asked.get('sitting') };
}

/** Nothing was kept under its id yet, and its address says what it is to be. */
export const isNew = ({ error }: { error: Problem | null }, { kind }: { kind: string | null }): boolean =>
  error?.status === 404 && kind !== null;

/** A record: written down by its author until it is signed, then read. */
export function WrittenRecord<Kept extends Signable, Content>({
  around,
  id,
  record,
  contentOf,
  blank,
  Form,
  Read,
}: {
  around: Around;
  id: string;
  record: Asked<Kept>;
  contentOf: (record: Kept) => Content;
  /** What a new one begins with; nothing where none is begun, or while that is being read. */
  blank: () => Content | undefined;
  Form: ComponentType<Writing<Kept, Content>>;
  Read: ComponentType<Reading<Kept>>;
}) {
  const me = usePerson();
  const { data } = record;
  const evidence = useApi('/api/evidence/{id}', { params: { id }, when: data !== undefined });
  const begin = (): Content | undefined => {
    if (record.isFetching) return undefined;
    return data ? evidence.data && contentOf(data) : blank();
  };
  const [content, beginAnew] = useBegin(begin());
  const isMine = !data || (data.assessor.id === me.id && !data.signedAt && !evidence.data?.withdrawnAt);
  if (around.mayRecord && isMine && content) {
    const reload = (): void => {
      beginAnew();
      void record.refetch();
    };
    const files = evidence.data?.files ?? [];
    return <Form around={around} id={id} begin={content} kept={data ?? null} files={files} onReload={reload} />;
  }
  const both = { ...record, data: data && evidence.data && ([data, evidence.data] as const) };
  return <Loaded of={both}>{([read, item]) => <Read around={around} record={read} evidence={item} />}</Loaded>;
}
