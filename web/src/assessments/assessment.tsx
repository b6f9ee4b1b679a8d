import { useApi } from '../api/use-api';
import { Desk } from '../desk/desk';
import { Loaded } from '../ui/page';

/** An assessment, as the person who opens it works with it. */
export function OneAssessment({ id }: { id: string }) {
  const assessment = useApi('/api/assessments/{id}', { params: { id } });
  return <Loaded of={assessment}>{(read) => <Desk assessment={read} />}</Loaded>;
}
