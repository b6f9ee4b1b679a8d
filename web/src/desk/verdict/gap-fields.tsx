import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/form';
import { type Row } from '../types';
import { type Written } from './draft';
import css from './verdict.module.css';
import { gapDrafts, verdictWords } from './words';

/** Writes a text into a field of the form; the words stay the assessor's to change. */
export type TakeOver = (button: HTMLButtonElement, name: string, text: string) => void;

/** What is not shown yet, target by target. What is known of each is offered, and taken over by who decides. */
export function GapFields({
  missing,
  written,
  onTakeOver,
}: {
  missing: readonly Row[];
  written: Written;
  onTakeOver: TakeOver;
}) {
  const say = useWords(verdictWords);
  const drafts = useWords(gapDrafts);
  return (
    <fieldset className={css.gaps} data-field="gaps" tabIndex={-1}>
      <legend>{say.gaps}</legend>
      <p>{say.gapsHelp}</p>
      {missing.map(({ ref, code, text, state }) => {
        const name = `gap-${ref}`;
        const draft = drafts[state === 'met' ? 'insufficient' : state](text);
        return (
          <div key={ref} className={css.gap}>
            <TextArea name={name} label={`${code} ${text}`} rows={1} defaultValue={written[name] ?? ''} />
            {!written[name] && (
              <div>
                <Button
                  small
                  aria-label={say.takeOverFor(code)}
                  onClick={({ currentTarget }) => onTakeOver(currentTarget, name, draft)}
                >
                  {say.takeOver}
                </Button>{' '}
                <span className={css.soft}>{draft}</span>
              </div>
            )}
          </div>
        );
      })}
      <TextArea name="gap-" label={say.gapGeneral} rows={2} optional defaultValue={written['gap-'] ?? ''} />
    </fieldset>
  );
}
