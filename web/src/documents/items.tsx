import { useWords } from '../i18n/words';
import { Badge } from '../ui/page';
import { type CompetencyDocument } from './document';
import css from './document.module.css';
import { documentWords } from './words';

export type DocumentItem = CompetencyDocument['items'][number];

/** Items as they are published: their code and their text, with links to the notes they speak of. */
export function Items({ items }: { items: readonly DocumentItem[] }) {
  return (
    <ul className={css.items}>
      {items.map((item) => (
        <li key={item.ref} id={item.ref}>
          <span className={css.code}>{item.code}</span>
          <span>
            <ItemText item={item} />
          </span>
        </li>
      ))}
    </ul>
  );
}

export function ItemText({ item: { text, noteRefs, continuous } }: { item: DocumentItem }) {
  const say = useWords(documentWords);
  return (
    <>
      {text}
      {noteRefs.map((number) => (
        <sup key={number}>
          <a href={`#note-${number}`} aria-label={`${say.notes} ${number}`}>
            {`[${number}]`}
          </a>
        </sup>
      ))}
      {continuous && (
        <>
          {' '}
          <Badge>{say.continuous}</Badge>
        </>
      )}
    </>
  );
}
