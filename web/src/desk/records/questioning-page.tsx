import { useApi } from '../../api/use-api';
import { blankQuestioning, contentOfQuestioning } from './questioning-content';
import { QuestioningForm } from './questioning-form';
import { QuestioningRecord } from './questioning-record';
import { type Around } from './types';
import { isNew, useAsked, WrittenRecord } from './written-record';

/** What a candidate was asked. */
export function QuestioningPage({ around, id }: { around: Around; id: string }) {
  const asked = useAsked();
  const { kind, from } = asked;
  const record = useApi('/api/questionings/{id}', { params: { id } });
  const begun = isNew(record, asked);
  const source = useApi('/api/questionings/{id}', { params: { id: from ?? '' }, when: begun && from !== null });
  const blank = () => {
    if (!begun || source.isLoading) return undefined;
    if (source.data) return contentOfQuestioning(source.data);
    return blankQuestioning(kind === 'rpl_conversation' ? 'rpl_conversation' : 'questioning');
  };
  return (
    <WrittenRecord
      around={around}
      id={id}
      record={record}
      contentOf={contentOfQuestioning}
      blank={blank}
      Form={QuestioningForm}
      Read={QuestioningRecord}
    />
  );
}
