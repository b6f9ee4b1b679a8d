import { useState } from 'react';
import { useParams } from 'wouter';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/notice';
import { Empty, Loaded, Section } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { usePeople } from '../use-catalogue';
import { CorrectPerson } from './correct-person';
import { ExportPerson } from './export-person';
import { OneTimePassword } from './one-time-password';
import { PersonAssessments } from './person-assessments';
import { Qualifications } from './qualifications';
import { Roles } from './person-roles';
import { peopleWords } from './words';

/** What one person is at the body, and what may be changed about it. */
export function PersonPage() {
  const say = useWords(peopleWords);
  const bodyId = useBodyId();
  const { userId } = useParams<{ userId: string }>();
  const people = usePeople();
  const administers = useHasRole(['administrator'], bodyId);
  const found = people.data?.find(({ id }) => id === userId);
  // Whose last role was ended just now is in the list no more, but here until the page is left: it may be undone.
  const [seen, setSeen] = useState(found);
  if (found && found !== seen) setSeen(found);
  const person = found ?? (seen && { ...seen, memberships: [] });
  return (
    <BodyPage title={person?.name ?? say.title}>
      <Loaded of={people}>
        {() =>
          person ? (
            <>
              <p>{person.email}</p>
              <Roles person={person} />
              {person.memberships.some(({ role }) => role === 'assessor') && <Qualifications userId={person.id} />}
              <PersonAssessments userId={person.id} />
              {administers && <Access userId={person.id} name={person.name} />}
              <CorrectPerson person={person} />
              {administers && <ExportPerson userId={person.id} name={person.name} />}
            </>
          ) : (
            <Empty>{say.gone}</Empty>
          )
        }
      </Loaded>
    </BodyPage>
  );
}

function Access({ userId, name }: { userId: string; name: string }) {
  const say = useWords(peopleWords);
  const bodyId = useBodyId();
  const reset = useSend('post', '/api/training-bodies/{bodyId}/people/{userId}/password-reset');
  const password = (reset.data as { oneTimePassword: string } | undefined)?.oneTimePassword;
  return (
    <Section title={say.access}>
      <p>{say.resetHelp}</p>
      {reset.error && <ProblemNotice problem={reset.error} />}
      {password && <OneTimePassword title={name} password={password} />}
      <div>
        <Button busy={reset.isPending} onClick={() => reset.mutate({ params: { bodyId, userId } })}>
          {say.reset}
        </Button>
      </div>
    </Section>
  );
}
