import { useApi } from '../../api/use-api';

/** What the document calls its contexts and resources, by their refs. */
export function useContextNames(documentId: string): (ref: string) => string {
  const document = useApi('/api/competency-documents/{id}', { params: { id: documentId } });
  const names = new Map(document.data?.items.map(({ ref, code, text }) => [ref, `${code} ${text}`]));
  return (ref) => names.get(ref) ?? ref;
}
