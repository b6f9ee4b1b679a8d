import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { mendWords } from './mend-words';
import { type Coverage } from './types';

/** What somebody else has to arrange; the candidate can only ask for it. */
const forAssessors: ReadonlySet<string> = new Set([
  'add_direct_evidence',
  'hold_conversation',
  'witness_tasks',
  'do_more_methods',
  'add_classes',
  'sight_original',
  'confirm_in_conversation',
]);

export const isForAssessors = (mend: string): boolean => forAssessors.has(mend);

/** Says to the candidate what would mend something; in the server's words where there are no other. */
export function useMendText({
  items,
}: Coverage): (mend: string, itemIds: readonly string[], otherwise: string) => string {
  const say: Record<string, string | ((of: string) => string)> = useWords(mendWords);
  const { list } = useFormats();
  return (mend, itemIds, otherwise) => {
    const own = say[mend];
    if (typeof own !== 'function') return own ?? otherwise;
    const numbers = items.filter(({ id }) => itemIds.includes(id)).map(({ number }) => String(number));
    return numbers.length > 0 ? own(list(numbers)) : otherwise;
  };
}
