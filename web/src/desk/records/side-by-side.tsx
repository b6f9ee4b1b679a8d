import { type ReactNode } from 'react';
import { fieldWords } from '../../field/words';
import { useWords } from '../../i18n/words';
import { Badge } from '../../ui/page';
import { type Coverage } from '../types';
import css from './records.module.css';
import { type Outcome, outcomeTones } from './tones';
import { type Sitting } from './types';
import { recordWords } from './words';

type Target = Sitting['targets'][number];

/** What the observers saw, target by target, and what was concluded; where they differ it says so. */
export function SideBySide({
  coverage,
  sitting,
  children,
}: {
  coverage: Coverage;
  sitting: Sitting;
  /** What is asked about each target beside it. */
  children?: (target: Target, index: number) => ReactNode;
}) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const names: Record<Outcome, string> = { shown: field.shown, not_shown: field.notShown, not_seen: field.notSeen };
  const rows = new Map(coverage.targets.map((row) => [row.ref, row]));
  const observer = new Map(sitting.observers.map((one) => [one.observationId, one.observer.name]));
  const concluded = new Map(sitting.conclusion?.outcomes.map((one) => [one.ref, one]));
  return (
    <section className={css.stack}>
      <h3>{say.sideBySide}</h3>
      <ol className={css.targets}>
        {sitting.targets.map((target, index) => {
          const { ref, outcomes, differs } = target;
          const end = concluded.get(ref);
          return (
            <li key={ref} className={css.side}>
              <div>
                <p>
                  <strong>{rows.get(ref)?.code ?? ref}</strong> {rows.get(ref)?.text}{' '}
                  {differs && <Badge tone="wait">{say.differs}</Badge>}
                </p>
                <ul className={css.results}>
                  {outcomes.map(({ observationId, outcome, note }) => (
                    <li key={observationId}>
                      <Badge tone={outcomeTones[outcome]}>{names[outcome]}</Badge>
                      <div>
                        {observer.get(observationId)}
                        {note && <p className={css.asWritten}>{note}</p>}
                      </div>
                    </li>
                  ))}
                </ul>
              </div>
              {end && (
                <div className={css.conclusion}>
                  <p>
                    {say.conclusion}
                    {say.colon}
                    <Badge tone={outcomeTones[end.outcome]}>{names[end.outcome]}</Badge>
                  </p>
                  {end.reason && <p className={css.asWritten}>{end.reason}</p>}
                </div>
              )}
              {children?.(target, index)}
            </li>
          );
        })}
      </ol>
      {sitting.conclusion?.notes && <p className={css.asWritten}>{sitting.conclusion.notes}</p>}
    </section>
  );
}
