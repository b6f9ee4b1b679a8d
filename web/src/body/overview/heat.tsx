import { Link } from 'wouter';
import { type Answer } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Card } from '../../ui/page';
import { classes } from '../../ui/classes';
import { Table } from '../table';
import { bodyWords } from '../words';
import css from './overview.module.css';
import { overviewWords } from './words';

type Grid = Answer<'/api/training-bodies/{bodyId}/grid', 'get'>;
type Cell = Grid['items'][number]['cells'][number];

/** The states, best first, each with a sign of its own. */
const signs = {
  met: '●',
  in_progress: '◐',
  insufficient: '◔',
  more_needed: '▲',
  disputed: '≠',
  gap: '·',
} as const satisfies Record<Cell, string>;
const states = Object.keys(signs) as Cell[];

/** Candidates × criteria, with what the squares mean and how many of each there are by criterion. */
export function Heat({ columns, rows }: { columns: Grid['columns']; rows: Grid['items'] }) {
  const say = useWords(overviewWords);
  const common = useWords(bodyWords);
  const { number } = useFormats();
  return (
    <Card>
      <h3>{say.heat}</h3>
      <p className={css.help}>{say.heatHelp}</p>
      <ul className={css.legend}>
        {states.map((state) => (
          <li key={state}>
            <Square state={state} /> {say[state]}
          </li>
        ))}
      </ul>
      <div className={css.heat} role="region" tabIndex={0} aria-label={common.tableOf(say.heat)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.candidate}</th>
              {columns.map(({ ref, code, text }) => (
                <th key={ref} scope="col" title={text}>
                  {code}
                </th>
              ))}
              <th scope="col">{say.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ assessmentId, candidate, attempt, cells, outcome }) => (
              <tr key={assessmentId}>
                <th scope="row">
                  <Link to={`/assessments/${assessmentId}`}>{candidate.name}</Link>
                  {attempt > 1 && <span className={css.help}> {common.attempt(number(attempt))}</span>}
                </th>
                {cells.map((state, i) => (
                  <td key={i}>
                    <Square state={state} />
                    <span className="unseen">{say[state]}</span>
                  </td>
                ))}
                <td className={css.outcome}>{common[outcome ?? 'open']}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{say.perCriterion}</summary>
        <Table
          dense
          label={say.perCriterion}
          columns={[say.criterion, say.criterionText, ...states.map((state) => say[state])]}
        >
          {columns.map(({ ref, code, text }, i) => (
            <tr key={ref}>
              <th scope="row">{code}</th>
              <td className={css.text}>{text}</td>
              {states.map((state) => (
                <td key={state}>{number(rows.filter(({ cells }) => cells[i] === state).length)}</td>
              ))}
            </tr>
          ))}
        </Table>
      </details>
    </Card>
  );
}

function Square({ state }: { state: Cell }) {
  return (
    <span className={classes(css.square, css[state])} aria-hidden="true">
      {signs[state]}
    </span>
  );
}
