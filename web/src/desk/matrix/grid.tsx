import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words';
import { classes } from '../../ui/classes';
import { claimStateLabels, targetStateLabels } from '../labels';
import { type Cell, type Column, type Row } from '../types';
import css from './matrix.module.css';
import { type Spot, step } from './moves';
import { cellSigns, targetSigns } from './signs';
import { type Range, type Sizes, useWindow } from './use-window';
import { matrixWords } from './words';

export { type Spot } from './moves';

/** The style sheet has the same numbers. The lead is narrower where the window is. */
const sizesHere = (): Sizes => ({ head: 56, row: 44, lead: window.innerWidth < 768 ? 176 : 360, column: 44 });

interface Props {
  rows: readonly Row[];
  columns: readonly Column[];
  cellAt: (row: Row, column: Column) => Cell | undefined;
  spot: Spot;
  onSpot: (spot: Spot) => void;
  onOpen: (spot: Spot) => void;
}

/** A grid in ARIA's sense: one stop of the Tab key, arrow keys inside, Enter opens. */
export function Grid({ rows, columns, cellAt, spot, onSpot, onOpen }: Props) {
  const say = useWords(matrixWords);
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const [sizes] = useState(sizesHere);
  const seen = useWindow(frame, sizes, rows.length, columns.length);
  const here: Spot = { row: Math.min(spot.row, rows.length - 1), column: Math.min(spot.column, columns.length - 1) };

  const show = ({ row, column }: Spot): void => {
    const element = frame.current;
    if (!element) return;
    const { clientHeight, clientWidth } = element;
    if (row >= 0) {
      const top = row * sizes.row;
      if (top < element.scrollTop) element.scrollTop = top;
      const bottom = top + sizes.row - (clientHeight - sizes.head);
      if (bottom > element.scrollTop) element.scrollTop = bottom;
    }
    if (column >= 0) {
      const left = column * sizes.column;
      if (left < element.scrollLeft) element.scrollLeft = left;
      const right = left + sizes.column - (clientWidth - sizes.lead);
      if (right > element.scrollLeft) element.scrollLeft = right;
    }
    seen.look();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') return onOpen(here);
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / sizes.row) - 2);
    const next = step(event, here, rows.length, columns.length, page);
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    show(next);
    onSpot(next);
  };
  useEffect(() => {
    // The place that the keys went to may just have come into the page.
    if (!moved.current) return;
    moved.current = false;
    frame.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (spot.row > 0) show(spot);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only where the page is opened at a target
  }, []);
  const shownRows = rows.slice(seen.rows.from, seen.rows.to);
  return (
    <div
      ref={frame}
      role="grid"
      aria-label={say.grid}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      className={css.frame}
      onKeyDown={press}
    >
      <Heads columns={columns} range={seen.columns} here={here} onSpot={onSpot} onOpen={onOpen} />
      <div role="rowgroup" className={css.body}>
        {shownRows.map((row, index) => {
          const at = seen.rows.from + index;
          return (
            <MatrixRow
              key={row.ref}
              row={row}
              at={at}
              columns={columns}
              from={seen.columns.from}
              to={seen.columns.to}
              cellAt={cellAt}
              active={here.row === at ? here.column : null}
              onSpot={onSpot}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

function Heads({
  columns,
  range,
  here,
  onSpot,
  onOpen,
}: Pick<Props, 'columns' | 'onSpot' | 'onOpen'> & { range: Range; here: Spot }) {
  const say = useWords(matrixWords);
  const tab = (column: number): number => (here.row === -1 && here.column === column ? 0 : -1);
  return (
    <div role="rowgroup" className={css.heads}>
      <div role="row" aria-rowindex={1} className={css.row}>
        <div role="columnheader" aria-colindex={1} className={css.corner} tabIndex={tab(-1)}>
          {say.target}
        </div>
        <div className={css.before} role="presentation" />
        {columns.slice(range.from, range.to).map((column, index) => {
          const at = range.from + index;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={at + 2}
              tabIndex={tab(at)}
              title={column.title}
              aria-label={`${say.evidence(String(column.number))} ${column.title}`}
              className={classes(css.head, column.state !== 'ready' && css.held)}
              onClick={() => onSpot({ row: -1, column: at })}
              onDoubleClick={() => onOpen({ row: -1, column: at })}
            >
              <span>{column.number}</span>
              <span className={css.rank}>{say[column.class]}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const MatrixRow = memo(function MatrixRow({
  row,
  at,
  columns,
  from,
  to,
  cellAt,
  active,
  onSpot,
  onOpen,
}: Omit<Props, 'rows' | 'spot'> & { row: Row; at: number; from: number; to: number; active: number | null }) {
  const say = useWords(matrixWords);
  const states = useWords(claimStateLabels);
  const targets = useWords(targetStateLabels);
  const tab = (column: number): number => (active === column ? 0 : -1);
  return (
    <div role="row" aria-rowindex={at + 2} className={classes(css.row, active !== null && css.activeRow)}>
      <div
        role="rowheader"
        aria-colindex={1}
        tabIndex={tab(-1)}
        className={css.lead}
        title={row.text}
        aria-label={`${row.code} ${row.text}：${targets[row.state]}`}
        onClick={() => onSpot({ row: at, column: -1 })}
      >
        <span className={classes(css.sign, css[row.state])} title={targets[row.state]}>
          {targetSigns[row.state]}
        </span>
        <strong>{row.code}</strong>
        <span className={css.text}>{row.text}</span>
      </div>
      <div className={css.before} role="presentation" />
      {columns.slice(from, to).map((column, index) => {
        const place = { row: at, column: from + index };
        const cell = cellAt(row, column);
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={place.column + 2}
            tabIndex={tab(place.column)}
            aria-label={`${row.code}，${say.evidence(String(column.number))}：${cell ? states[cell.state] : say.noClaim}`}
            className={classes(css.cell, cell && css[cell.state])}
            onClick={() => onSpot(place)}
            onDoubleClick={() => onOpen(place)}
          >
            {cell && cellSigns[cell.state]}
          </div>
        );
      })}
    </div>
  );
});
