import { type ReactNode } from 'react';
import { groupsOf } from '../candidate/groups';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import css from './desk.module.css';
import { typeLabels } from './labels';
import { type Coverage, type Row } from './types';
import { deskWords } from './words';

/** So few are shown as they are. */
const few = 6;

/** A long list of targets under what they stand under in the document, the first open, the others when asked for. */
export function GapGroups({
  coverage,
  rows,
  children,
}: {
  coverage: Coverage;
  rows: readonly Row[];
  children: (row: Row) => ReactNode;
}) {
  const say = useWords(deskWords);
  const types = useWords(typeLabels);
  const { aside, number } = useFormats();
  const list = (own: readonly Row[]) => <ul className={css.list}>{own.map(children)}</ul>;
  if (rows.length <= few) return list(rows);
  return groupsOf(coverage, rows).map(({ key, heading, type, rows: own }, index) => (
    <details key={key} open={index === 0} className={css.group}>
      <summary>
        {heading ? `${heading.code} ${heading.text}` : types[type]}
        {aside(say.targets(number(own.length)))}
      </summary>
      {list(own)}
    </details>
  ));
}
