import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, Select, TextField, textIn } from '../../ui/form';
import { typeLabels } from '../labels';
import { afterChange } from '../stale';
import { type Coverage, type Evidence } from '../types';
import { MarkPlace, placeFrom } from './mark-place';
import { type Look, type Place } from './place';
import { judgingWords } from './words';

/** An assessor, too, may say that evidence shows a target, and where in it. */
export function AddClaim({
  coverage,
  evidence,
  look,
  onAdded,
}: {
  coverage: Coverage;
  evidence: Evidence;
  look: Look;
  onAdded: (code: string) => void;
}) {
  const say = useWords(judgingWords);
  const types = useWords(typeLabels);
  const [seen, setSeen] = useState<Place | null>(null);
  const proposing = useSend('post', '/api/assessments/{assessmentId}/claims', { stale: afterChange });
  if (!seen) {
    return (
      <div>
        <Button onClick={() => setSeen({ ...look.now() })}>{say.add}</Button>
      </div>
    );
  }
  const claimed = new Set(coverage.cells.flatMap(({ item, target }) => (item === evidence.id ? [target] : [])));
  const free = coverage.targets.filter(({ ref }) => !claimed.has(ref));
  const send = (data: FormData): void => {
    const targetRef = textIn(data, 'targetRef') ?? '';
    proposing.mutate(
      {
        params: { assessmentId: coverage.assessmentId },
        body: { claims: [{ itemId: evidence.id, targetRef, place: placeFrom(data, seen) }] },
      },
      {
        onSuccess: () => {
          setSeen(null);
          onAdded(coverage.targets.find(({ ref }) => ref === targetRef)?.code ?? targetRef);
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
      <MarkPlace seen={seen} look={look} />
      <TextField name="note" label={say.note} hint={say.noteHelp} optional />
      <Actions>
        <Button type="submit" kind="primary" busy={proposing.isPending}>
          {say.addSend}
        </Button>
        <Button onClick={() => setSeen(null)}>{say.cancel}</Button>
      </Actions>
    </Form>
  );
}
