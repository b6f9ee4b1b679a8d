import { type SelectHTMLAttributes } from 'react';
import css from './small-select.module.css';

/** A choice in a bar or in a cell. It has no label beside it, so it needs one around it or an `aria-label`. */
export function SmallSelect(props: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select {...props} className={css.select} />;
}
