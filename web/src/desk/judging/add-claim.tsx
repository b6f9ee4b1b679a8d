import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, Select, TextField, textIn } from '../../ui/form';
import { useMarking } from '../../viewer/marking';
import { usePlaceText } from '../../viewer/place-text';
import { typeLabels } from '../labels';
import { afterChange } from '../stale';
import { type Coverage, type Evidence } from '../types';
import css from './bench.module.css';
import { judgingWords } from './words';

/** An assessor, too, may say that evidence shows a target, and where in it. */
export function AddClaim({
  coverage,
  evidence,
  onAdded,
}: {
  coverage: Coverage;
  evidence: Evidence;
  onAdded: (claimId: string, code: string) => void;
}) {
  const say = useWords(judgingWords);
  const types = useWords(typeLabels);
  const textOf = usePlaceText(evidence.files);
  const marking = useMarking();
  const [open, setOpen] = useState(false);
  const proposing = useSend('post', '/api/assessments/{assessmentId}/claims', { stale: afterChange });
  const mark = marking?.mark ?? null;
  if (!open) {
    return (
      <div className={css.adding}>
        <div role="status">{mark && <p className={css.place}>{say.markWaits(textOf(mark))}</p>}</div>
        <div>
          <Button onClick={() => setOpen(true)}>{say.add}</Button>
        </div>
      </div>
    );
  }
  const claimed = new Set(coverage.cells.flatMap(({ item, target }) => (item === evidence.id ? [target] : [])));
  // Another place may show what is claimed already.
  const free = coverage.targets.filter(({ ref }) => mark || !claimed.has(ref));
  const send = (data: FormData): void => {
    const targetRef = textIn(data, 'targetRef') ?? '';
    const note = textIn(data, 'note');
    const place = mark || note ? { ...mark, note } : undefined;
    proposing.mutate(
      {
        params: { assessmentId: coverage.assessmentId },
        body: { claims: [{ itemId: evidence.id, targetRef, place }] },
      },
      {
        onSuccess: ([made]) => {
          setOpen(false);
          marking?.setMark(null);
          onAdded(made?.id ?? '', coverage.targets.find(({ ref }) => ref === targetRef)?.code ?? targetRef);
        },
      },
    );
  };
  return (
    <Form problem={proposing.error} onSend={send}>
      <h3>{say.add}</h3>
      <p>{say.addHelp}</p>
      <Select name="targetRef" label={say.target} autoFocus>
        {free.map(({ ref, code, type, text }) => (
          <option key={ref} value={ref}>
            {types[type]} {code} {text}
          </option>
        ))}
      </Select>
      <p className={mark ? css.place : css.soft}>{mark ? say.markedPlace(textOf(mark)) : say.markHint}</p>
      <TextField name="note" label={say.note} hint={say.noteHelp} optional />
      <Actions>
        <Button type="submit" kind="primary" busy={proposing.isPending}>
          {say.addSend}
        </Button>
        <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
      </Actions>
    </Form>
  );
}
