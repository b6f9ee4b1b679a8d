import { type Body } from '../../api/client';

/** A kind of records of an assessment. */
export type Chosen = Body<'/api/training-bodies/{bodyId}/retention/deletions', 'post'>['items'][number];

/** As many as one deletion takes. */
export const mostAtOnce = 50;

const kinds: readonly Chosen['kind'][] = ['evidence', 'judgements', 'register'];

export const keyOfChosen = ({ assessmentId, kind }: Chosen): string => `${assessmentId}.${kind}`;

/** The records that an address names. */
export function chosenIn(search: URLSearchParams): Chosen[] {
  return search.getAll('item').flatMap((key) => {
    const [assessmentId = '', kind] = key.split('.');
    const known = kinds.find((one) => one === kind);
    return known ? { assessmentId, kind: known } : [];
  });
}

/** The address that shows what deleting them would take. */
export function deletionOf(bodyId: string, keys: Iterable<string>): string {
  const search = new URLSearchParams([...keys].map((key) => ['item', key]));
  return `/bodies/${bodyId}/audit/deletion?${search.toString()}`;
}
