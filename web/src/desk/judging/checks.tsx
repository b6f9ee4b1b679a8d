import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, Select, TextField, textIn } from '../../ui/form';
import { afterChange } from '../stale';
import { type Evidence } from '../types';
import css from './bench.module.css';
import { judgingWords } from './words';

/** That an original was sighted or own writing confirmed (rules A5, A6), and the form to say so. */
export function Checks({ evidence }: { evidence: Evidence }) {
  const say = useWords(judgingWords);
  const { instant } = useFormats();
  const [open, setOpen] = useState(false);
  const checking = useSend('post', '/api/evidence/{id}/checks', { stale: [...afterChange, '/api/evidence/{id}'] });
  const kinds = { original_sighted: say.original, written_supervised: say.supervised };
  const ownWork = evidence.producedBy !== 'assessor' && !evidence.withdrawnAt;
  return (
    <div className={css.checks}>
      {evidence.checks.length > 0 && (
        <ul aria-label={say.checks}>
          {evidence.checks.map(({ id, kind, note, checkedAt }) => (
            <li key={id}>
              {say.checked(kinds[kind], instant(checkedAt))} {note}
            </li>
          ))}
        </ul>
      )}
      {ownWork && !open && (
        <Button small onClick={() => setOpen(true)}>
          {say.checkOpen}
        </Button>
      )}
      {open && (
        <Form
          problem={checking.error}
          onSend={(data) =>
            checking.mutate(
              {
                params: { id: evidence.id },
                body: {
                  kind: textIn(data, 'kind') === 'written_supervised' ? 'written_supervised' : 'original_sighted',
                  note: textIn(data, 'note'),
                },
              },
              { onSuccess: () => setOpen(false) },
            )
          }
        >
          <Select
            name="kind"
            label={say.checkKind}
            autoFocus
            defaultValue={evidence.copy ? 'original_sighted' : 'written_supervised'}
          >
            <option value="original_sighted">{say.original}</option>
            <option value="written_supervised">{say.supervised}</option>
          </Select>
          <TextField name="note" label={say.checkNote} />
          <Actions>
            <Button type="submit" busy={checking.isPending}>
              {say.checkSend}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
          </Actions>
        </Form>
      )}
    </div>
  );
}
