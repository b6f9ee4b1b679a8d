import { useSearch } from 'wouter';
import { useApi } from '../../api/use-api';
import { usePerson } from '../../session/session';
import { Loaded } from '../../ui/page';
import { blankObservation, contentOfObservation } from './observation-content';
import { ObservationForm } from './observation-form';
import { ObservationRecord } from './observation-record';
import { type Around } from './types';
import { useBegin } from './use-begin';

/** An observation or a demonstration: written down by its author until it is signed, then read. */
export function ObservationPage({ around, id }: { around: Around; id: string }) {
  const me = usePerson();
  const asked = new URLSearchParams(useSearch());
  const record = useApi('/api/observations/{id}', { params: { id } });
  const evidence = useApi('/api/evidence/{id}', { params: { id }, when: record.data !== undefined });
  const isNew = record.error?.status === 404 && asked.has('kind');
  const from = asked.get('from');
  const source = useApi('/api/observations/{id}', { params: { id: from ?? '' }, when: isNew && from !== null });
  const sittingId = asked.get('sitting');
  const sitting = useApi('/api/sittings/{id}', { params: { id: sittingId ?? '' }, when: isNew && sittingId !== null });
  const begin = () => {
    if (record.isFetching || source.isLoading || sitting.isLoading) return undefined;
    if (record.data) return evidence.data && contentOfObservation(record.data);
    if (!isNew) return undefined;
    const form = asked.get('kind') === 'demonstration' ? 'demonstration' : 'observation';
    return source.data ? contentOfObservation(source.data) : blankObservation(form, sitting.data);
  };
  const [content, beginAnew] = useBegin(begin());
  const { data } = record;
  const isOpen = data ? data.assessor.id === me.id && !data.signedAt && !evidence.data?.withdrawnAt : isNew;
  if (around.mayRecord && isOpen && content) {
    const reload = (): void => {
      beginAnew();
      void record.refetch();
    };
    return (
      <ObservationForm
        around={around}
        id={id}
        begin={content}
        kept={data ?? null}
        files={evidence.data?.files ?? []}
        onReload={reload}
      />
    );
  }
  const both = { ...record, data: data && evidence.data && ([data, evidence.data] as const) };
  return (
    <Loaded of={both}>{([read, item]) => <ObservationRecord around={around} record={read} evidence={item} />}</Loaded>
  );
}
