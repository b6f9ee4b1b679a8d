import { useId } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import css from './field.module.css';
import { type Entry, type Outcome } from './kept/entry';
import { type KeptItem } from './kept/taken';
import { KeptTexts } from './kept-text';
import { type Keep } from './observing';
import { fieldWords } from './words';

const signs: Record<Outcome, string> = { shown: '●', not_shown: '▲', not_seen: '○' };

/** One target under the thumb: shown, not shown or not seen, and in words what was seen. */
export function Target({
  of,
  item: { ref, code, text },
  why,
  seen,
  keep,
}: {
  /** The id of the entry. */
  of: string;
  item: KeptItem;
  why: readonly string[];
  seen: Entry['outcomes'][string] | undefined;
  keep: Keep;
}) {
  const say = useWords(fieldWords);
  const id = useId();
  const names: Record<Outcome, string> = { shown: say.shown, not_shown: say.notShown, not_seen: say.notSeen };
  const choose = (outcome: Outcome): Promise<boolean> =>
    keep(({ outcomes }) => ({ outcomes: { ...outcomes, [ref]: { note: outcomes[ref]?.note ?? '', outcome } } }));
  const clear = (): Promise<boolean> =>
    keep(({ outcomes }) => {
      const rest = Object.entries(outcomes).filter(([one]) => one !== ref);
      return { outcomes: Object.fromEntries(rest) };
    });
  const note = (value: string): Promise<boolean> =>
    keep(({ outcomes }) =>
      outcomes[ref] ? { outcomes: { ...outcomes, [ref]: { ...outcomes[ref], note: value } } } : {},
    );
  return (
    <fieldset className={css.target} data-ref={ref}>
      <legend>
        <strong>{code}</strong> {text}
      </legend>
      {why.length > 0 && (
        <details>
          <summary>{say.why}</summary>
          <p className={css.soft}>{why.join(' ')}</p>
        </details>
      )}
      <div className={css.outcomes}>
        {(['shown', 'not_shown', 'not_seen'] as const).map((outcome) => (
          <label key={outcome} className={css[outcome]}>
            <input
              type="radio"
              name={id}
              value={outcome}
              checked={seen?.outcome === outcome}
              onChange={() => void choose(outcome)}
            />
            <span aria-hidden="true">{signs[outcome]}</span>
            {names[outcome]}
          </label>
        ))}
      </div>
      {seen && (
        <>
          <KeptTexts
            of={of}
            name={`note-${ref}`}
            label={say.note(code)}
            hint={say.noteHint}
            optional
            rows={2}
            maxLength={2000}
            defaultValue={seen.note}
            onKeep={note}
          />
          <div>
            <Button kind="plain" onClick={() => void clear()} aria-label={say.clearNamed(code)}>
              {say.clear}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  );
}
