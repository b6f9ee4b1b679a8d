import { useApi } from '../../api/use-api';
import { blankObservation, contentOfObservation } from './observation-content';
import { ObservationForm } from './observation-form';
import { ObservationRecord } from './observation-record';
import { type Around } from './types';
import { isNew, useAsked, WrittenRecord } from './written-record';

/** An observation or a demonstration. */
export function ObservationPage({ around, id }: { around: Around; id: string }) {
  const asked = useAsked();
  const { kind, from, sitting: sittingId } = asked;
  const record = useApi('/api/observations/{id}', { params: { id } });
  const begun = isNew(record, asked);
  const source = useApi('/api/observations/{id}', { params: { id: from ?? '' }, when: begun && from !== null });
  const sitting = useApi('/api/sittings/{id}', { params: { id: sittingId ?? '' }, when: begun && sittingId !== null });
  const blank = () => {
    if (!begun || source.isLoading || sitting.isLoading) return undefined;
    if (source.data) return contentOfObservation(source.data);
    return blankObservation(kind === 'demonstration' ? 'demonstration' : 'observation', sitting.data);
  };
  return (
    <WrittenRecord
      around={around}
      id={id}
      record={record}
      contentOf={contentOfObservation}
      blank={blank}
      Form={ObservationForm}
      Read={ObservationRecord}
    />
  );
}
