import { type ReactNode, useId } from 'react';
import css from './records.module.css';

/** One of a few, side by side: what came of something, in reach of a thumb and of the arrow keys. */
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
    <div role="radiogroup" aria-labelledby={id} className={css.outcomes} data-field={name} tabIndex={-1}>
      <div id={id} className={css.outcomesLabel}>
        {label}
      </div>
      <div className={css.segments}>
        {choices.map(([one, text]) => (
          <label key={one} data-value={one}>
            <input type="radio" name={name} value={one} checked={value === one} onChange={() => onChoose(one)} />
            {text}
          </label>
        ))}
      </div>
    </div>
  );
}
