import { newId } from '../../api/new-id';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/form';
import { type Adjustment } from './edited';
import { focusAround } from './focus-around';
import css from './plan.module.css';
import { planWords } from './words';

/** What is changed for this candidate, and never a diagnosis (rule P3). */
export function AdjustmentFields({
  adjustments,
  onChange,
}: {
  adjustments: Adjustment[];
  onChange: (adjustments: Adjustment[]) => void;
}) {
  const say = useWords(planWords);
  return (
    <fieldset className={css.context} data-field="adjustments" tabIndex={-1}>
      <legend>{say.adjustments}</legend>
      <p>{adjustments.length === 0 ? say.adjustNone : say.adjustHelp}</p>
      {adjustments.map((adjustment, index) => {
        const { key, what, changed } = adjustment;
        const change = (changes: Partial<Adjustment>): void =>
          onChange(adjustments.with(index, { ...adjustment, ...changes }));
        return (
          <div key={key} className={css.part}>
            <TextField
              name={`adjustments.${index}.what`}
              label={say.adjustWhat}
              value={what}
              autoFocus={what === '' && changed === ''}
              onChange={({ target }) => change({ what: target.value })}
            />
            <TextArea
              name={`adjustments.${index}.changed`}
              label={say.adjustChanged}
              rows={2}
              value={changed}
              onChange={({ target }) => change({ changed: target.value })}
            />
            <div>
              <Button
                small
                aria-label={say.removeAdjustment(what)}
                onClick={(event) => {
                  focusAround(event);
                  onChange(adjustments.filter((_, other) => other !== index));
                }}
              >
                {say.remove}
              </Button>
            </div>
          </div>
        );
      })}
      <div>
        <Button onClick={() => onChange([...adjustments, { key: newId(), what: '', changed: '' }])}>
          {say.addAdjustment}
        </Button>
      </div>
    </fieldset>
  );
}
