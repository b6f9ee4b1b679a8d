import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Select, TextField } from '../../ui/form';
import { Empty } from '../../ui/page';
import { partOf } from '../frame';
import { claimStateLabels, targetStateLabels, typeLabels } from '../labels';
import { type CellState, type Coverage, type TargetState } from '../types';
import { Detail } from './detail';
import { Grid, type Spot } from './grid';
import css from './matrix.module.css';
import { select } from './selection';
import { cellSigns, targetSigns } from './signs';
import { matrixWords } from './words';

/** The matrix, what of it is shown, and what the place that is looked at says. */
export function MatrixView({ coverage }: { coverage: Coverage }) {
  const say = useWords(matrixWords);
  const types = useWords(typeLabels);
  const { number } = useFormats();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [wish, setWish] = useState({ rows: 'all', columns: 'all', find: '' });
  const find = useDeferredValue(wish.find);
  const { rows: wishedRows, columns: wishedColumns } = wish;
  const selection = useMemo(
    () => select(coverage, { rows: wishedRows, columns: wishedColumns, find }),
    [coverage, wishedRows, wishedColumns, find],
  );
  const { rows, columns, cellAt } = selection;
  const asked = rows.findIndex(({ ref }) => ref === search.get('target'));
  const [spot, setSpot] = useState<Spot>({ row: asked, column: -1 });
  const row = rows[spot.row];
  const column = columns[spot.column];
  const open = ({ row: r, column: c }: Spot): void => {
    const item = columns[c];
    if (!item) return;
    const target = rows[r];
    const claim = target && cellAt(target, item)?.claims[0];
    go(`${partOf(coverage.assessmentId, 'judging')}?item=${item.id}${claim ? `&claim=${claim.id}` : ''}`);
  };
  const present = [...new Set(coverage.targets.map(({ type }) => type))];
  return (
    <>
      <p>{say.help}</p>
      <div className={css.filters}>
        <Select
          name="rows"
          label={say.rows}
          value={wish.rows}
          onChange={(e) => setWish({ ...wish, rows: e.target.value })}
        >
          <option value="all">{say.allRows}</option>
          <option value="gaps">{say.gapRows}</option>
          <option value="required">{say.requiredRows}</option>
          {present.map((type) => (
            <option key={type} value={type}>
              {types[type]}
            </option>
          ))}
        </Select>
        <Select
          name="columns"
          label={say.columns}
          value={wish.columns}
          onChange={(e) => setWish({ ...wish, columns: e.target.value })}
        >
          <option value="all">{say.allColumns}</option>
          <option value="waiting">{say.waitingColumns}</option>
          <option value="direct">{say.directColumns}</option>
          <option value="held">{say.heldColumns}</option>
        </Select>
        <TextField
          name="find"
          type="search"
          label={say.find}
          value={wish.find}
          onChange={(e) => setWish({ ...wish, find: e.target.value })}
        />
      </div>
      <p role="status" className={css.soft}>
        {say.shown(number(rows.length), number(columns.length))}
        {coverage.items.length === 0 && ` · ${say.noEvidence}`}
      </p>
      <Legends />
      {rows.length === 0 || (columns.length === 0 && coverage.items.length > 0) ? (
        <Empty>{say.nothing}</Empty>
      ) : (
        <>
          <Grid rows={rows} columns={columns} cellAt={cellAt} spot={spot} onSpot={setSpot} onOpen={open} />
          <Detail
            assessmentId={coverage.assessmentId}
            row={row}
            column={column}
            cell={row && column && cellAt(row, column)}
          />
        </>
      )}
    </>
  );
}

const cellOrder: CellState[] = ['counts', 'not_counting', 'unjudged', 'more_needed', 'rejected', 'disputed'];
const rowOrder: TargetState[] = ['met', 'insufficient', 'in_progress', 'more_needed', 'disputed', 'gap'];

function Legends() {
  const say = useWords(matrixWords);
  const claims = useWords(claimStateLabels);
  const targets = useWords(targetStateLabels);
  return (
    <div className={css.legends}>
      <Legend title={say.rowLegend} signs={rowOrder.map((state) => [state, targetSigns[state], targets[state]])} />
      <Legend title={say.legend} signs={cellOrder.map((state) => [state, cellSigns[state], claims[state]])} />
    </div>
  );
}

function Legend({ title, signs }: { title: string; signs: (readonly [state: string, sign: string, name: string])[] }) {
  const id = useId();
  return (
    <div className={css.legend}>
      <span id={id} className={css.soft}>
        {title}
      </span>
      <dl aria-labelledby={id}>
        {signs.map(([state, sign, name]) => (
          <div key={state}>
            <dt className={css[state]}>{sign}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
