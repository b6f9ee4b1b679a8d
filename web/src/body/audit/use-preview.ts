import { useQuery } from '@tanstack/react-query';
import { type Answer, call, type Problem } from '../../api/client';
import { type Chosen } from './chosen';

const path = '/api/training-bodies/{bodyId}/retention/deletions/preview';

/** What a deletion of these records would take, asked of the server each time: what is due may have changed. */
export function usePreview(bodyId: string, items: Chosen[], when: boolean) {
  return useQuery<Answer<typeof path, 'post'>, Problem>({
    queryKey: [path, bodyId, items],
    queryFn: ({ signal }) => call('post', path, { params: { bodyId }, body: { items }, signal }),
    enabled: when && items.length > 0,
    gcTime: 0,
  });
}
