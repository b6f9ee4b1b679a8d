import { type HTMLAttributes } from 'react';
import css from './segments.module.css';

/** One of a few, side by side, in reach of a thumb and of the arrow keys. What it is about stands beside it. */
export function Segments<Value extends string>({
  name,
  value,
  choices,
  onChoose,
  ...rest
}: {
  name: string;
  value: Value;
  choices: readonly (readonly [value: Value, label: string])[];
  onChoose: (value: Value) => void;
} & Pick<HTMLAttributes<HTMLElement>, 'aria-label' | 'aria-labelledby'>) {
  return (
    <div role="radiogroup" className={css.segments} {...rest}>
      {choices.map(([one, label]) => (
        <label key={one} data-value={one}>
          <input type="radio" name={name} value={one} checked={value === one} onChange={() => onChoose(one)} />
          {label}
        </label>
      ))}
    </div>
  );
}
