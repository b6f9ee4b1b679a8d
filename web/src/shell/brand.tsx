import { classes } from '../ui/classes';
import css from './shell.module.css';

/** The stone with its streak, and the name. */
export function Brand({ large = false }: { large?: boolean }) {
  return (
    <span className={classes(css.brand, large && css.large)}>
      <img src="/logo.svg" alt="" width="32" height="32" />
      <span>
        試金石 <span lang="en">Touchstone</span>
      </span>
    </span>
  );
}
