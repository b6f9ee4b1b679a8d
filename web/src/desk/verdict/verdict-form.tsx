import { Link } from 'wouter';
import { type Problem } from '../../api/client';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Choices, Form, TextArea } from '../../ui/form';
import { partOf } from '../frame';
import { type Coverage } from '../types';
import { type Outcome, type Written } from './draft';
import { GapFields, type TakeOver } from './gap-fields';
import css from './verdict.module.css';
import { verdictWords } from './words';

/** Outcome and words of a verdict. Nothing is chosen or written for who decides; what is known is told, and offered. */
export function VerdictForm({
  coverage,
  outcome,
  written,
  problem,
  busy,
  onOutcome,
  onChange,
  onSend,
}: {
  coverage: Coverage;
  outcome: Outcome | '';
  written: Written;
  problem: Problem | null;
  busy: boolean;
  onOutcome: (outcome: Outcome) => void;
  onChange: (form: HTMLFormElement) => void;
  onSend: (data: FormData) => void;
}) {
  const say = useWords(verdictWords);
  const isOptional = outcome === 'competent';
  const open = coverage.openRules.length;
  const missing = coverage.targets.filter(({ ref }) => coverage.gaps.includes(ref));
  const text = (name: string): { name: string; defaultValue: string } => ({
    name,
    defaultValue: written[name] ?? '',
  });
  const takeOver: TakeOver = ({ form }, name, draft) => {
    const field = form?.elements.namedItem(name);
    if (!form || !(field instanceof HTMLTextAreaElement)) return;
    field.value = draft;
    field.focus();
    onChange(form);
  };
  return (
    <div onInput={({ target }) => 'form' in target && onChange(target.form as HTMLFormElement)}>
      <Form problem={problem} onSend={onSend}>
        <Choices
          name="outcome"
          label={say.outcome}
          value={outcome}
          onChoose={(value) => onOutcome(value === 'competent' ? 'competent' : 'not_yet_competent')}
          choices={[
            {
              value: 'competent',
              label: say.competent,
              hint: open === 0 ? say.mayCompetent : say.mayNotCompetent,
            },
            { value: 'not_yet_competent', label: say.notYet, hint: say.mayNotYet },
          ]}
        />
        {open > 0 && (
          <p>
            <Link to={`${partOf(coverage.assessmentId, 'overview')}?at=blocks`}>{say.seeBlocks}</Link>
          </p>
        )}
        {outcome !== '' && (
          <>
            <TextArea {...text('reasons')} label={say.reasons} hint={say.reasonsHelp} rows={3} optional={isOptional} />
            {outcome === 'not_yet_competent' && <GapFields missing={missing} written={written} onTakeOver={takeOver} />}
            <TextArea {...text('feedback')} label={say.feedback} rows={3} optional={isOptional} />
            <TextArea
              {...text('nextStep')}
              label={say.nextStep}
              hint={say.nextStepHelp}
              rows={2}
              optional={isOptional}
            />
            <p className={css.soft}>{say.keptHere}</p>
            <Actions>
              <Button type="submit" kind="primary" busy={busy}>
                {say.check}
              </Button>
            </Actions>
          </>
        )}
      </Form>
    </div>
  );
}
