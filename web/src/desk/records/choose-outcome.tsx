import { type ReactNode, useId } from 'react';
import { Segments } from '../../ui/segments';
import css from './records.module.css';

/** One of a few, side by side: what came of something, beside what it is of. */
export function ChooseOutcome({
  label,
  name,
  value,
  choices,
  onChoose,
}: {
  label: ReactNode;
  name: string;
  value: string;
  choices: readonly (readonly [value: string, name: string])[];
  onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={css.outcomes} data-field={name} tabIndex={-1}>
      <div id={id} className={css.outcomesLabel}>
        {label}
      </div>
      <Segments aria-labelledby={id} name={name} value={value} choices={choices} onChoose={onChoose} />
    </div>
  );
}
