import { useState } from 'react';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Select } from '../../ui/form';
import { formLabels } from '../labels';
import { type Coverage } from '../types';
import css from './bench.module.css';
import { type Step } from './sequence';
import { judgingWords } from './words';

/** Which item of evidence is looked at: the one before, the one after, or any. */
export function ItemPicker({
  coverage,
  steps,
  itemId,
  onPick,
}: {
  coverage: Coverage;
  steps: readonly Step[];
  itemId: string;
  onPick: (id: string) => void;
}) {
  const say = useWords(judgingWords);
  const forms = useWords(formLabels);
  const { aside, number } = useFormats();
  const [filter, setFilter] = useState('all');
  const waiting = new Map<string, number>();
  for (const { item, claim } of steps)
    if (claim.state === 'unjudged' && item.state !== 'withdrawn') waiting.set(item.id, (waiting.get(item.id) ?? 0) + 1);
  const items = coverage.items.filter(({ id }) => filter === 'all' || waiting.has(id) || id === itemId);
  const at = items.findIndex(({ id }) => id === itemId);
  const tell = (id: string, state: string): string => {
    const count = waiting.get(id);
    if (state === 'withdrawn') return aside(say.withdrawn);
    return count ? aside(say.toJudge(number(count))) : '';
  };
  const step = (by: number): void => {
    const next = items[at + by];
    if (next) onPick(next.id);
  };
  return (
    <div className={css.picker}>
      <Select name="filter" label={say.itemsFilter} value={filter} onChange={(event) => setFilter(event.target.value)}>
        <option value="all">{say.allItems}</option>
        <option value="waiting">{say.waitingItems}</option>
      </Select>
      <Select name="item" label={say.items} value={itemId} onChange={(event) => onPick(event.target.value)}>
        {items.map(({ id, number: n, title, form, state }) => (
          <option key={id} value={id}>
            {n}. {title}・{forms[form]}
            {tell(id, state)}
          </option>
        ))}
      </Select>
      <div className={css.steps}>
        <Button onClick={() => step(-1)} busy={at <= 0}>
          {say.previousItem}
        </Button>
        <span aria-live="polite">{say.itemOf(number(at + 1), number(items.length))}</span>
        <Button onClick={() => step(1)} busy={at >= items.length - 1}>
          {say.nextItem}
        </Button>
      </div>
    </div>
  );
}
