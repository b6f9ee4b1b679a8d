import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Card, Empty, Loaded } from '../../ui/page';
import { useBodyId } from '../frame';
import { useAll } from '../../api/use-all';
import { Bars } from './bars';
import { CohortHeat } from './cohort-heat';
import { Heat } from './heat';
import css from './overview.module.css';
import { daysBetween, median, spread } from './times';
import { overviewWords } from './words';

interface Row {
  enrolledAt: string;
  decidedAt: string | null;
}

/** Most rows that are drawn at once. */
const most = 500;

/** One cohort on one unit: how far they are, what their evidence shows, how long it took. */
export function CohortProgress({
  documentId,
  cohort,
  rows,
}: {
  documentId: string;
  cohort: string;
  rows: readonly Row[];
}) {
  const say = useWords(overviewWords);
  const { number } = useFormats();
  const params = { bodyId: useBodyId() };
  const query = { documentId, ...(cohort && { cohort }) };
  const grid = useApi('/api/training-bodies/{bodyId}/grid', { params, query: { ...query, limit: most } });
  const certificates = useAll('/api/training-bodies/{bodyId}/certificates', {
    params,
    query: { ...query, state: 'issued' },
  });
  const took = rows.flatMap(({ enrolledAt, decidedAt }) => (decidedAt ? [daysBetween(enrolledAt, decidedAt)] : []));
  const middle = median(took);
  return (
    <Loaded of={grid}>
      {({ columns, items, next }) => {
        if (items.length === 0) return <Empty>{say.noRows}</Empty>;
        const begun = items.filter(({ cells }) => cells.some((cell) => cell !== 'gap'));
        const decided = items.filter(({ decidedAt }) => decidedAt);
        return (
          <>
            {next && <p role="status">{say.tooMany(number(most))}</p>}
            <div className={css.pair}>
              <Card>
                <h3>{say.funnel}</h3>
                <p className={css.help}>{say.funnelHelp}</p>
                <Bars
                  label={say.funnel}
                  head={[say.stage, say.count]}
                  bars={[
                    { name: say.enrolled, value: items.length },
                    { name: say.begun, value: begun.length },
                    { name: say.decided, value: decided.length },
                    { name: say.competent, value: items.filter(({ outcome }) => outcome === 'competent').length },
                    ...(certificates.data && !next ? [{ name: say.certified, value: certificates.data.length }] : []),
                  ]}
                />
              </Card>
              <Card>
                <h3>{say.time}</h3>
                {middle === null ? (
                  <p className={css.help}>{say.noVerdicts}</p>
                ) : (
                  <>
                    <p className={css.help}>{say.timeHelp(number(middle), number(took.length))}</p>
                    <Bars
                      label={say.time}
                      head={[say.time, say.verdicts]}
                      bars={spread(took).map(({ from, to, count }) => ({
                        name: to === null ? say.daysOver(number(from - 1)) : say.days(number(from), number(to)),
                        value: count,
                      }))}
                    />
                  </>
                )}
              </Card>
            </div>
            {!cohort && <CohortHeat columns={columns} rows={items} />}
            <Heat columns={columns} rows={items} />
          </>
        );
      }}
    </Loaded>
  );
}
