import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { deletionWords } from './deletion-words';

/** How much of what there is, or was: counts only. */
export function Counted({ what }: { what: Readonly<Record<string, number>> }) {
  const say = useWords(deletionWords);
  const { labelled, number, size } = useFormats();
  const rows = Object.entries(what).filter(([, count]) => count > 0);
  if (rows.length === 0) return <p>{say.nothing}</p>;
  return (
    <ul>
      {rows.map(([table, count]) => (
        <li key={table}>
          {labelled(
            (say as unknown as Record<string, string>)[table] ?? table,
            table === 'bytes' ? size(count) : number(count),
          )}
        </li>
      ))}
    </ul>
  );
}
