import css from './viewer.module.css';
import { type Region } from './place';
import { classes } from '../ui/classes';

const percent = (share: number): string => `${share * 100}%`;

/** The edge of a region over what it is a part of, with what shows there. */
export function Outline({ region, label, marked = false }: { region: Region; label?: string; marked?: boolean }) {
  const { x, y, width, height } = region;
  const box = { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
  return (
    <div className={classes(css.outline, marked && css.marked)} style={box}>
      {label && <span className={css.label}>{label}</span>}
    </div>
  );
}
