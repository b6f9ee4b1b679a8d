import { type ReactNode, useState } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { uiWords } from '../ui/words';
import css from './table.module.css';
import { bodyWords } from './words';

/** A table in a region of its own, which scrolls where the page is narrower. The rows are `tr`s. */
export function Table({
  label,
  columns,
  dense,
  children,
}: {
  label: string;
  columns: readonly string[];
  dense?: boolean;
  children: ReactNode;
}) {
  const say = useWords(bodyWords);
  return (
    <div className={css.scroll} role="region" tabIndex={0} aria-label={say.tableOf(label)}>
      <table className={classes(css.table, dense && css.dense)}>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface Pages {
  data: readonly unknown[] | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Below a list that is read page by page: how much there is so far, and the way to more. */
export function More({ of }: { of: Pages }) {
  const say = useWords(bodyWords);
  const { more } = useWords(uiWords);
  const { number } = useFormats();
  if (!of.data?.length) return null;
  const count = number(of.data.length);
  return (
    <div className={css.more}>
      <p role="status">{of.hasNextPage ? say.readSoFar(count) : say.shown(count)}</p>
      {of.hasNextPage && (
        <Button busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
          {more}
        </Button>
      )}
    </div>
  );
}

const atOnce = 100;

/** A long list that is all here, drawn as far as it is looked at: how much there is, the first of it, and the way to more. */
export function Listed<T>({ rows, children }: { rows: readonly T[]; children: (shown: readonly T[]) => ReactNode }) {
  const say = useWords(bodyWords);
  const { more } = useWords(uiWords);
  const { number } = useFormats();
  const [most, setMost] = useState(atOnce);
  const all = number(rows.length);
  return (
    <>
      <p role="status">{rows.length > most ? say.firstOf(number(most), all) : say.shown(all)}</p>
      {children(rows.slice(0, most))}
      {rows.length > most && (
        <div>
          <Button onClick={() => setMost(most + atOnce)}>{more}</Button>
        </div>
      )}
    </>
  );
}

/** Fields beside each other that choose what a list shows. */
export function Filters({ children }: { children: ReactNode }) {
  return <div className={css.filters}>{children}</div>;
}

/** Buttons or badges beside each other, in a cell or a heading. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}

/** Names and what they are. */
export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
