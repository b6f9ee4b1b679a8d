import { type Problem } from '../../api/client';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Choices, Form, TextArea } from '../../ui/form';
import { type Row } from '../types';
import { type Outcome, type Written } from './draft';
import css from './verdict.module.css';
import { verdictWords } from './words';

/** Outcome and words of a verdict. */
export function VerdictForm({
  outcome,
  written,
  missing,
  problem,
  busy,
  onOutcome,
  onChange,
  onSend,
}: {
  outcome: Outcome;
  written: Written;
  missing: readonly Row[];
  problem: Problem | null;
  busy: boolean;
  onOutcome: (outcome: Outcome) => void;
  onChange: (form: HTMLFormElement) => void;
  onSend: (data: FormData) => void;
}) {
  const say = useWords(verdictWords);
  const isOptional = outcome === 'competent';
  const text = (name: string, otherwise = ''): { name: string; defaultValue: string } => ({
    name,
    defaultValue: written[name] ?? otherwise,
  });
  return (
    <div onInput={({ target }) => 'form' in target && onChange(target.form as HTMLFormElement)}>
      <Form problem={problem} onSend={onSend}>
        <Choices
          name="outcome"
          label={say.outcome}
          value={outcome}
          onChoose={(value) => onOutcome(value === 'competent' ? 'competent' : 'not_yet_competent')}
          choices={[
            { value: 'competent', label: say.competent },
            { value: 'not_yet_competent', label: say.notYet },
          ]}
        />
        <TextArea {...text('reasons')} label={say.reasons} hint={say.reasonsHelp} rows={3} optional={isOptional} />
        {outcome === 'not_yet_competent' && (
          <fieldset className={css.gaps} data-field="gaps" tabIndex={-1}>
            <legend>{say.gaps}</legend>
            <p>{say.gapsHelp}</p>
            {missing.map(({ ref, code, text: words, closes }) => (
              <TextArea
                key={ref}
                {...text(`gap-${ref}`, closes.map((one) => one.text).join('\n'))}
                label={`${code} ${words}`}
                rows={2}
              />
            ))}
            <TextArea {...text('gap-')} label={say.gapGeneral} rows={2} optional />
          </fieldset>
        )}
        <TextArea {...text('feedback')} label={say.feedback} rows={3} optional={isOptional} />
        <TextArea {...text('nextStep')} label={say.nextStep} hint={say.nextStepHelp} rows={2} optional={isOptional} />
        <p className={css.soft}>{say.keptHere}</p>
        <Actions>
          <Button type="submit" kind="primary" busy={busy}>
            {say.check}
          </Button>
        </Actions>
      </Form>
    </div>
  );
}
