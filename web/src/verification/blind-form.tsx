import { useEffect, useRef, useState } from 'react';
import { type Body } from '../api/client';
import { useSend } from '../api/use-api';
import { rulesOfEvidence } from '../candidate/four-rules';
import { claimStateLabels, typeLabels } from '../desk/labels';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Choices, Form, TextArea, textIn } from '../ui/form';
import { type BlindClaim } from './blind-order';
import css from './verification.module.css';
import { verifierWords } from './words';

type Judgement = Body<'/api/assessments/{assessmentId}/blind-judgements', 'post'>['judgements'][number];
const decisions = ['accepted', 'more_needed', 'rejected'] as const;

/** One claim and its answer, which is given once and for good. */
export function BlindForm({
  assessmentId,
  claim,
  onDone,
}: {
  assessmentId: string;
  claim: BlindClaim;
  onDone: (said: string) => void;
}) {
  const say = useWords(verifierWords);
  const states = useWords(claimStateLabels);
  const types = useWords(typeLabels);
  const heading = useRef<HTMLHeadingElement>(null);
  const [decision, setDecision] = useState('');
  const { target, method } = claim;
  const judge = useSend('post', '/api/assessments/{assessmentId}/blind-judgements', {
    stale: ['/api/assessments/{assessmentId}/blind-claims', '/api/assessments/{assessmentId}/verifications'],
  });
  useEffect(() => {
    // The form that was sent is gone: the focus goes on to the next claim.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const send = (data: FormData): void => {
    const missed = data.getAll('missed');
    const held = (rule: string): boolean | null =>
      decision === 'accepted' ? true : missed.includes(rule) ? false : null;
    const judgement = {
      claimId: claim.id,
      decision: decision as Judgement['decision'],
      rules: Object.fromEntries(rulesOfEvidence.map((rule) => [rule, held(rule)])),
      reason: textIn(data, 'judgements.0.reason') ?? null,
    };
    // The form goes with the claim, and its own callbacks with it: the promise does not.
    judge.mutateAsync({ params: { assessmentId }, body: { judgements: [judgement] } }).then(
      () => onDone(say.noted(target.code, states[judgement.decision])),
      () => undefined,
    );
  };
  return (
    <Form problem={judge.error} onSend={send}>
      <div className={css.claim}>
        <h2 id="blind-claim" ref={heading} tabIndex={-1}>
          {types[target.type as keyof typeof types]} {target.code}
        </h2>
        <p>{target.text}</p>
        {method && <p className={css.soft}>{say.method(method)}</p>}
      </div>
      <Choices
        name="judgements.0.decision"
        label={say.blindQuestion}
        value={decision}
        onChoose={setDecision}
        choices={decisions.map((value) => ({ value, label: say[value] }))}
      />
      {decision !== '' && (
        <TextArea
          name="judgements.0.reason"
          label={say.reason}
          optional={decision === 'accepted'}
          rows={3}
          maxLength={4000}
        />
      )}
      {decision !== '' && decision !== 'accepted' && (
        <Choices
          name="missed"
          label={say.missed}
          many
          choices={rulesOfEvidence.map((rule) => ({ value: rule, label: say[rule] }))}
        />
      )}
      <Actions>
        <Button type="submit" kind="primary" busy={judge.isPending}>
          {say.note}
        </Button>
      </Actions>
      <p className={css.soft}>{say.noteHelp}</p>
    </Form>
  );
}
