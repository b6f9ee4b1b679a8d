import { useSearch } from 'wouter';
import { useApi } from '../../api/use-api';
import { usePerson } from '../../session/session';
import { Loaded } from '../../ui/page';
import { blankQuestioning, contentOfQuestioning } from './questioning-content';
import { QuestioningForm } from './questioning-form';
import { QuestioningRecord } from './questioning-record';
import { type Around } from './types';
import { useBegin } from './use-begin';

/** What a candidate was asked: written down by its author until it is signed, then read. */
export function QuestioningPage({ around, id }: { around: Around; id: string }) {
  const me = usePerson();
  const asked = new URLSearchParams(useSearch());
  const record = useApi('/api/questionings/{id}', { params: { id } });
  const evidence = useApi('/api/evidence/{id}', { params: { id }, when: record.data !== undefined });
  const isNew = record.error?.status === 404 && asked.has('kind');
  const from = asked.get('from');
  const source = useApi('/api/questionings/{id}', { params: { id: from ?? '' }, when: isNew && from !== null });
  const begin = () => {
    if (record.isFetching || source.isLoading) return undefined;
    if (record.data) return evidence.data && contentOfQuestioning(record.data);
    if (!isNew) return undefined;
    if (source.data) return contentOfQuestioning(source.data);
    return blankQuestioning(asked.get('kind') === 'rpl_conversation' ? 'rpl_conversation' : 'questioning');
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
      <QuestioningForm
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
    <Loaded of={both}>{([read, item]) => <QuestioningRecord around={around} record={read} evidence={item} />}</Loaded>
  );
}
