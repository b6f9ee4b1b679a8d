import { useEffect, useRef } from 'react';
import { useFormats } from '../../i18n/formats';
import { Table } from '../table';
import css from './overview.module.css';

export interface Bar {
  name: string;
  value: number;
}

/** Numbers as bars within their table: picture and table are the same thing. */
export function Bars({ label, head, bars }: { label: string; head: readonly [string, string]; bars: readonly Bar[] }) {
  const { number } = useFormats();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <Table dense label={label} columns={[head[0], head[1], '']}>
      {bars.map(({ name, value }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td className="number">{number(value)}</td>
          <td className={css.barCell}>
            <Line share={value / most} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** A line as long as a share of what it stands in; what it says stands beside it as a number. */
export function Line({ share }: { share: number }) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (line.current) line.current.style.inlineSize = `${share * 100}%`;
  }, [share]);
  return <div ref={line} className={css.bar} aria-hidden="true" />;
}
