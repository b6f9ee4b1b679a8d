import { useWords } from '../../i18n/words';
import { Checkbox } from '../../ui/form';
import css from './bench.module.css';
import { judgingWords } from './words';

/** Which keys judge, and the switch that turns them off. */
export function Shortcuts({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const say = useWords(judgingWords);
  const keys = [
    ['A', say.keyAccept],
    ['M', say.keyMore],
    ['R', say.keyReject],
    ['J', say.keyNext],
    ['K', say.keyPrevious],
    ['N', say.keyWaiting],
  ];
  return (
    <details className={css.shortcuts}>
      <summary>{say.shortcuts}</summary>
      <Checkbox
        name="shortcuts"
        label={say.shortcutsOn}
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <dl className={css.keys}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
