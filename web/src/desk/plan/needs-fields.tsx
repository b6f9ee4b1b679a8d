import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Select } from '../../ui/form';
import { focusAround } from './focus-around';
import { useGuideForms } from './guide-forms';
import css from './plan.module.css';
import { planWords } from './words';

/** Which forms of evidence a method needs: each line is needed, and names one form or several to choose from. */
export function NeedsFields({
  name,
  needs,
  onChange,
}: {
  /** Of the method, in what is sent. */
  name: string;
  needs: string[][];
  onChange: (needs: string[][]) => void;
}) {
  const say = useWords(planWords);
  const { forms, choiceOf } = useGuideForms();
  const offer = (taken: readonly string[]) =>
    forms.flatMap(([form, label]) =>
      taken.includes(form)
        ? []
        : [
            <option key={form} value={form}>
              {label}
            </option>,
          ],
    );
  return (
    <div className={css.needs} data-field={`${name}.needsAllOf`} tabIndex={-1}>
      <p className={css.soft}>{needs.length === 0 ? say.anyEvidence : say.needsHelp}</p>
      {needs.length > 0 && (
        <ul className={css.plain}>
          {needs.map((choice, index) => (
            <li key={choice.join()} className={css.need}>
              <strong>{choiceOf(choice)}</strong>
              <Select
                name={`${name}.or.${index}`}
                label={say.needOr(choiceOf(choice))}
                value=""
                onChange={({ target }) => onChange(needs.with(index, [...choice, target.value]))}
              >
                <option value="">{say.choose}</option>
                {offer(choice)}
              </Select>
              <Button
                small
                aria-label={say.removeNeed(choiceOf(choice))}
                onClick={(event) => {
                  focusAround(event);
                  onChange(needs.filter((_, other) => other !== index));
                }}
              >
                {say.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Select
        name={`${name}.need`}
        label={say.addNeed}
        value=""
        onChange={({ target }) => onChange([...needs, [target.value]])}
      >
        <option value="">{say.choose}</option>
        {offer(needs.filter((choice) => choice.length === 1).flat())}
      </Select>
    </div>
  );
}
