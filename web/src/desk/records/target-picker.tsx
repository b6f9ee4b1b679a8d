import { useState } from 'react';
import { useWords } from '../../i18n/words';
import { Choices, TextField } from '../../ui/form';
import { typeLabels } from '../labels';
import { type Row } from '../types';
import css from './records.module.css';
import { recordWords } from './words';

/** Any number of targets: closed it says which are chosen, opened all can be searched and ticked. */
export function TargetPicker({
  name,
  label,
  targets,
  chosen,
  open = false,
  onChange,
}: {
  name: string;
  label: string;
  targets: readonly Row[];
  chosen: readonly string[];
  open?: boolean;
  onChange: (chosen: string[]) => void;
}) {
  const say = useWords(recordWords);
  const types = useWords(typeLabels);
  const [search, setSearch] = useState('');
  const codes = targets.filter(({ ref }) => chosen.includes(ref)).map(({ code }) => code);
  const wanted = search.trim().toLowerCase();
  const found = targets.filter(
    ({ ref, code, text }) => chosen.includes(ref) || `${code} ${text}`.toLowerCase().includes(wanted),
  );
  const choose = (ref: string, isChosen: boolean): void =>
    onChange(isChosen ? [...chosen, ref] : chosen.filter((one) => one !== ref));
  return (
    <details className={css.picker} open={open} data-field={name}>
      <summary>
        {label}
        {say.colon}
        {codes.length > 0 ? codes.join(say.comma) : say.noTargets}
      </summary>
      <div className={css.pickerBody}>
        {targets.length > 8 && (
          <TextField
            name={`search-${name}`}
            type="search"
            label={say.searchTargets}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <div className={css.scroll}>
          <Choices
            name={name}
            label={say.ticked(codes.length)}
            many
            value={chosen}
            onChoose={choose}
            choices={found.map(({ ref, code, type, text }) => {
              return { value: ref, label: `${code} ${text}`, hint: types[type] };
            })}
          />
        </div>
      </div>
    </details>
  );
}
