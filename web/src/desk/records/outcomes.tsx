import { useState } from 'react';
import { fieldWords } from '../../field/words';
import { useWords } from '../../i18n/words';
import { Select, TextArea } from '../../ui/form';
import { Section } from '../../ui/page';
import { type Coverage, type Row } from '../types';
import { type ObservationContent } from './observation-content';
import { ChooseOutcome } from './choose-outcome';
import css from './records.module.css';
import { type Outcome, outcomes } from './tones';
import { recordWords } from './words';

type Seen = ObservationContent['outcomes'];
type View = 'all' | 'gaps' | 'noted';

/** What was seen, target by target: all of them, those that are not met yet, or those written down. */
export function Outcomes({
  coverage,
  seen,
  onChange,
}: {
  coverage: Coverage;
  seen: Seen;
  onChange: (seen: Seen) => void;
}) {
  const say = useWords(recordWords);
  const [view, setView] = useState<View>('all');
  // What is being written down stays in sight although it is no gap, until another view is chosen.
  const [noted, setNoted] = useState<ReadonlySet<string>>(new Set());
  const gaps = new Set(coverage.gaps);
  const isIn = { all: () => true, gaps: ({ ref }: Row) => gaps.has(ref), noted: ({ ref }: Row) => noted.has(ref) };
  const shown = coverage.targets.filter(isIn[view]);
  const heading = new Map(coverage.headings.map(({ ref, code, text }) => [ref, `${code} ${text}`]));
  return (
    <Section title={say.seen}>
      <div data-field="outcomes" tabIndex={-1} className={css.filter}>
        <Select
          name="view"
          label={say.show}
          value={view}
          onChange={(event) => {
            setView(event.currentTarget.value as View);
            setNoted(new Set(Object.keys(seen)));
          }}
        >
          <option value="all">{say.showing(say.viewAll, coverage.targets.length)}</option>
          <option value="gaps">{say.showing(say.viewGaps, gaps.size)}</option>
          <option value="noted">{say.showing(say.viewNoted, Object.keys(seen).length)}</option>
        </Select>
      </div>
      <ol className={css.targets}>
        {shown.map((row, index) => {
          const isFirst = row.parentRef && shown[index - 1]?.parentRef !== row.parentRef;
          return (
            <li key={row.ref}>
              {isFirst && <h3>{heading.get(row.parentRef!)}</h3>}
              <OneOutcome
                row={row}
                seen={seen[row.ref]}
                onChange={(one) => onChange(withOutcome(seen, row.ref, one))}
              />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function withOutcome(seen: Seen, ref: string, one: Seen[string] | null): Seen {
  if (one) return { ...seen, [ref]: one };
  return Object.fromEntries(Object.entries(seen).filter(([other]) => other !== ref));
}

function OneOutcome({
  row: { ref, code, text },
  seen,
  onChange,
}: {
  row: Row;
  seen: Seen[string] | undefined;
  onChange: (seen: Seen[string] | null) => void;
}) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const names: Record<Outcome, string> = { shown: field.shown, not_shown: field.notShown, not_seen: field.notSeen };
  return (
    <div className={css.target} data-ref={ref}>
      <ChooseOutcome
        label={
          <>
            <strong>{code}</strong> {text}
          </>
        }
        name={`outcome-${ref}`}
        value={seen?.outcome ?? ''}
        choices={[['', say.notNoted], ...outcomes.map((one) => [one, names[one]] as const)]}
        onChoose={(value) => onChange(value === '' ? null : { note: seen?.note ?? '', outcome: value as Outcome })}
      />
      {seen && (
        <TextArea
          name={`note-${ref}`}
          label={field.note(code)}
          optional
          rows={2}
          maxLength={2000}
          value={seen.note}
          onChange={(event) => onChange({ ...seen, note: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
