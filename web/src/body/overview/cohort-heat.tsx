import { type Answer } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { classes } from '../../ui/classes';
import { Card } from '../../ui/page';
import { cohortsOf } from '../use-catalogue';
import { bodyWords } from '../words';
import css from './overview.module.css';
import { overviewWords } from './words';

type Grid = Answer<'/api/training-bodies/{bodyId}/grid', 'get'>;

const shades = [css.share0, css.share1, css.share2, css.share3, css.share4];

/** Cohorts × criteria: how many of each have enough evidence. The number says it, the shade only shows where to look. */
export function CohortHeat({ columns, rows }: { columns: Grid['columns']; rows: Grid['items'] }) {
  const say = useWords(overviewWords);
  const common = useWords(bodyWords);
  const { number } = useFormats();
  const cohorts = cohortsOf(rows);
  if (cohorts.length < 2) return null;
  return (
    <Card>
      <h3>{say.cohortHeat}</h3>
      <p className={css.help}>{say.cohortHeatHelp}</p>
      <div className={css.heat} role="region" tabIndex={0} aria-label={common.tableOf(say.cohortHeat)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{common.cohort}</th>
              <th scope="col">{say.people}</th>
              {columns.map(({ ref, code, text }) => (
                <th key={ref} scope="col" title={text}>
                  {code}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => {
              const own = rows.filter((row) => row.cohort === cohort);
              return (
                <tr key={cohort}>
                  <th scope="row">{cohort}</th>
                  <td>{number(own.length)}</td>
                  {columns.map(({ ref }, i) => {
                    const met = own.filter(({ cells }) => cells[i] === 'met').length;
                    return (
                      <td key={ref}>
                        <span className={classes(css.square, shades[Math.floor((met / own.length) * 4)])}>
                          {number(met)}
                        </span>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
