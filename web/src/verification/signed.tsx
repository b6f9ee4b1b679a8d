import { useState } from 'react';
import { type Item } from '../api/use-api';
import { Facts } from '../body/table';
import { type Assessment } from '../desk/types';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { useHasRole, usePerson } from '../session/session';
import { Notice } from '../ui/notice';
import { Badge, Card, Empty, Section } from '../ui/page';
import { Complete } from './complete';
import { Found } from './found';
import { verificationTones } from './tones';
import { verifierWords } from './words';

type Verification = Item<'/api/assessments/{assessmentId}/verifications'>;

/** What verifiers signed about an assessment, and what was done about it. */
export function Signed({ assessment, rows }: { assessment: Assessment; rows: readonly Verification[] }) {
  const say = useWords(verifierWords);
  const me = usePerson();
  const runs = useHasRole(['administrator', 'officer'], assessment.bodyId);
  const leads = assessment.assignments.some(
    ({ person, duty, endedAt }) => duty === 'lead_assessor' && !endedAt && person.id === me.id,
  );
  const [completed, setCompleted] = useState(false);
  return (
    <Section title={say.signed}>
      {completed && <Notice tone="met" title={say.completed} />}
      {rows.length === 0 && <Empty>{say.noneSigned}</Empty>}
      {rows.map((one) => (
        <Card key={one.id}>
          <One of={one} acts={runs || leads} onDone={() => setCompleted(true)} />
        </Card>
      ))}
    </Section>
  );
}

function One({ of, acts, onDone }: { of: Verification; acts: boolean; onDone: () => void }) {
  const say = useWords(verifierWords);
  const { date, instant } = useFormats();
  const { id, verifier, signedAt, state, action, dueOn, completion } = of;
  return (
    <>
      <h3>{say.signedBy(verifier.name, instant(signedAt))}</h3>
      <div>
        <Badge tone={verificationTones[state]}>{say[state]}</Badge>
      </div>
      <Found findings={of.findings} />
      {action && (
        <Facts
          of={[
            [say.action, action],
            [say.dueOn, dueOn && date(dueOn)],
          ]}
        />
      )}
      {completion && <p>{say.completion(completion.doneBy.name, instant(completion.doneAt), completion.note)}</p>}
      {acts && (state === 'open' || state === 'overdue') && <Complete id={id} onDone={onDone} />}
    </>
  );
}
