import { useState } from 'react';
import { useWords } from '../i18n/words';
import { Section } from '../ui/page';
import { Segments } from '../ui/segments';
import css from './field.module.css';
import { type Entry } from './kept/entry';
import { type KeptDocument, type KeptItem, type Taken } from './kept/taken';
import { type Keep } from './observing';
import { Target } from './target';
import { fieldWords } from './words';

/** What a record can speak for. */
export const claimable: ReadonlySet<string> = new Set([
  'criterion',
  'indicator',
  'key_aspect',
  'knowledge',
  'skill',
  'attitude',
  'output',
]);

/** What may be seen: what the visit is for first, or all that the document asks. */
export function Targets({
  entry,
  own,
  document,
  keep,
}: {
  entry: Entry;
  own: Taken;
  document: KeptDocument;
  keep: Keep;
}) {
  const say = useWords(fieldWords);
  const items = new Map(document.items.map((item) => [item.ref, item]));
  const planned = own.targets.flatMap(({ ref, why }) => {
    const item = items.get(ref);
    return item ? [{ item, why }] : [];
  });
  const isPlanned = new Set(own.targets.map(({ ref }) => ref));
  const extra = document.items.filter(({ ref }) => entry.outcomes[ref] && !isPlanned.has(ref));
  const [all, setAll] = useState(planned.length === 0);
  const every = document.items.filter(({ type }) => claimable.has(type));
  const why = new Map(planned.map((one) => [one.item.ref, one.why]));
  const shown: readonly KeptItem[] = all ? every : [...planned.map(({ item }) => item), ...extra];
  return (
    <Section title={say.which}>
      {planned.length > 0 && (
        <Segments
          name="which"
          aria-label={say.which}
          value={all ? 'all' : 'planned'}
          onChoose={(which) => setAll(which === 'all')}
          choices={[
            ['planned', say.planned(planned.length)],
            ['all', say.all(every.length)],
          ]}
        />
      )}
      <ol className={css.targets}>
        {shown.map((item, index) => {
          const parent = item.parentRef && items.get(item.parentRef);
          const isFirst = parent && shown[index - 1]?.parentRef !== item.parentRef;
          return (
            <li key={item.ref}>
              {all && isFirst && (
                <h3>
                  {parent.code} {parent.text}
                </h3>
              )}
              <Target
                of={entry.id}
                item={item}
                why={why.get(item.ref) ?? []}
                seen={entry.outcomes[item.ref]}
                keep={keep}
              />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
