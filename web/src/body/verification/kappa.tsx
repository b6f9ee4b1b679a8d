import { useWords } from '../../i18n/words';
import { agreementWords } from './agreement-words';
import css from './kappa.module.css';

/** A value with its interval, in figures and on the line from −1 to 1. */
export function Kappa({ value, lower, upper }: { value: number; lower: number; upper: number }) {
  const say = useWords(agreementWords);
  const x = (of: number): number => 10 + ((Math.max(-1, Math.min(1, of)) + 1) / 2) * 140;
  return (
    <span className={css.kappa}>
      <span>
        <strong>{figure(value)}</strong> {say.interval(figure(lower), figure(upper))}
      </span>
      <svg viewBox="0 0 160 16" aria-hidden="true">
        <line className={css.axis} x1="10" x2="150" y1="8" y2="8" />
        <line className={css.axis} x1="80" x2="80" y1="3" y2="13" />
        <line className={css.range} x1={x(lower)} x2={x(upper)} y1="8" y2="8" />
        <circle className={css.point} cx={x(value)} cy="8" r="4" />
      </svg>
    </span>
  );
}

const figure = (value: number): string => value.toFixed(2).replace('-', '−');
