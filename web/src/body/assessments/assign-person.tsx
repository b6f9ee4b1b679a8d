import { useState } from 'react';
import { type Problem } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, Select } from '../../ui/form';
import { Loaded } from '../../ui/page';
import { usePeople } from '../use-catalogue';
import { administrationWords } from './administration-words';
import { type Assignment } from './duties';

const duties = ['assessor', 'lead_assessor', 'verifier'] as const;

/** Gives a duty to somebody who has the role for it at this body. */
export function AssignPerson({
  problem,
  busy,
  onAssign,
}: {
  problem: Problem | null;
  busy: boolean;
  onAssign: (assignment: Pick<Assignment, 'person' | 'duty'>, onSuccess: () => void) => void;
}) {
  const say = useWords(administrationWords);
  const [duty, setDuty] = useState<(typeof duties)[number]>('assessor');
  const { aside } = useFormats();
  const people = usePeople(duty === 'verifier' ? 'verifier' : 'assessor');
  const send = (data: FormData, form: HTMLFormElement): void => {
    const person = people.data?.find(({ id }) => id === data.get('userId')) ?? { id: '', name: '' };
    onAssign({ person, duty }, () => form.reset());
  };
  return (
    <>
      <h3>{say.assignTitle}</h3>
      <p>{say.assignHelp}</p>
      <Form problem={problem} onSend={send}>
        <Select
          name="duty"
          label={say.duty}
          value={duty}
          onChange={(e) => setDuty(e.currentTarget.value as (typeof duties)[number])}
        >
          {duties.map((one) => (
            <option key={one} value={one}>
              {say[one]}
            </option>
          ))}
        </Select>
        <Loaded of={people}>
          {(all) =>
            all.length === 0 ? (
              <p>{say.nobody}</p>
            ) : (
              <Select name="userId" label={say.person}>
                <option value="">{say.choose}</option>
                {all.map(({ id, name, email }) => (
                  <option key={id} value={id}>
                    {name}
                    {aside(email)}
                  </option>
                ))}
              </Select>
            )
          }
        </Loaded>
        <Actions>
          <Button type="submit" busy={busy}>
            {say.assign}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
