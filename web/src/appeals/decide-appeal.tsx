import { useRef, useState } from 'react';
import { newId } from '../api/new-id';
import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Ask } from '../ui/ask';
import { Button } from '../ui/button';
import { Actions, Choices, Form, TextArea, textIn } from '../ui/form';
import { uiWords } from '../ui/words';
import { appealWords } from './words';

type Outcome = 'upheld' | 'dismissed';
const outcomes: readonly Outcome[] = ['dismissed', 'upheld'];

/** The decision, which is signed and final: it is asked once more before. */
export function DecideAppeal({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useWords(appealWords);
  const ui = useWords(uiWords);
  const [own] = useState(newId);
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [reasons, setReasons] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const decide = useSend('post', '/api/appeals/{id}/decision', {
    stale: ['/api/appeals/{id}', '/api/training-bodies/{bodyId}/appeals'],
  });
  const sign = (): void => {
    const body = { id: own, outcome: outcome as Outcome, reasons: reasons.trim() };
    // The form goes with the open appeal, and its own callbacks with it: the promise does not.
    decide.mutateAsync({ params: { id }, body }).then(onDone, () => undefined);
  };
  /** What is not whole the server refuses, and names the fields; only what can be signed is asked about. */
  const send = (data: FormData): void => {
    if (outcome !== '' && textIn(data, 'reasons')) dialog.current?.showModal();
    else sign();
  };
  return (
    <>
      <Form problem={decide.error} onSend={send}>
        <Choices
          name="outcome"
          label={say.outcome}
          value={outcome}
          onChoose={(value) => setOutcome(value as Outcome)}
          choices={outcomes.map((value) => ({ value, label: say[value] }))}
        />
        <TextArea
          name="reasons"
          label={say.reasons}
          hint={say.reasonsHint}
          maxLength={10_000}
          value={reasons}
          onChange={(e) => setReasons(e.currentTarget.value)}
        />
        <Actions>
          <Button type="submit" kind="primary" busy={decide.isPending}>
            {say.sign}
          </Button>
        </Actions>
      </Form>
      <Ask dialog={dialog} title={say.sure} answer={say.signNow} cancel={ui.cancel} onAnswer={sign}>
        <p>{outcome && say[outcome]}</p>
        <p>{say.sureHelp}</p>
      </Ask>
    </>
  );
}
