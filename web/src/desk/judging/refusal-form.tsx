import { useEffect, useRef } from 'react';
import { type Problem } from '../../api/client';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Choices, Form, TextArea, textIn } from '../../ui/form';
import css from './bench.module.css';
import { showBeside } from './show-beside';
import { judgingWords } from './words';

export type Refusal = 'rejected' | 'more_needed';

/** One judgement is sent, the first of its list. */
const field = 'judgements.0.reason';

/** Why a claim is not accepted: in words for the candidate (rule P4), and which rules of evidence do not hold. */
export function RefusalForm({
  decision,
  problem,
  busy,
  onSend,
  onCancel,
}: {
  decision: Refusal;
  problem: Problem | null;
  busy: boolean;
  onSend: (reason: string | undefined, missed: string[]) => void;
  onCancel: () => void;
}) {
  const say = useWords(judgingWords);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = frame.current?.querySelector('textarea');
    field?.focus({ preventScroll: true });
    const card = frame.current?.closest('li');
    if (card) showBeside(card);
    field?.scrollIntoView({ block: 'nearest' });
  }, []);
  const rules = ['validity', 'sufficiency', 'authenticity', 'currency'] as const;
  return (
    <div ref={frame}>
      <Form
        className={css.refusal}
        problem={problem}
        onSend={(data) => onSend(textIn(data, field), data.getAll('missed').map(String))}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel();
        }}
      >
        <h4>{decision === 'rejected' ? say.reject : say.moreNeeded}</h4>
        <TextArea name={field} label={say.reason} hint={say.reasonHelp} rows={3} />
        <Choices
          name="missed"
          label={say.rulesMissed}
          optional
          many
          choices={rules.map((rule) => ({ value: rule, label: say[rule] }))}
        />
        <Actions>
          <Button type="submit" kind="primary" busy={busy}>
            {say.sendJudgement}
          </Button>
          <Button onClick={onCancel}>{say.cancel}</Button>
        </Actions>
      </Form>
    </div>
  );
}
