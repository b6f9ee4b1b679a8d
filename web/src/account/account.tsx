import { useApi } from '../api/use-api';
import { SignOut } from '../field/sign-out';
import { useWords } from '../i18n/words';
import { PasswordForm } from '../session/change-password';
import { usePerson } from '../session/session';
import { Card, Page, Section } from '../ui/page';
import css from './account.module.css';
import { CorrectionRequest } from './correction-request';
import { Display } from './display';
import { Export } from './export';
import { Sessions } from './sessions';
import { Tokens } from './tokens';
import { accountWords } from './words';

/** All that a person settles for themselves. */
export function Account() {
  const say = useWords(accountWords);
  return (
    <Page title={say.title} narrow actions={<SignOut />}>
      <Section title={say.me}>
        <Card>
          <Me />
        </Card>
      </Section>
      <Section title={say.display}>
        <Card>
          <Display />
        </Card>
      </Section>
      <Section title={say.password}>
        <Card>
          <p>{say.passwordHelp}</p>
          <PasswordForm />
        </Card>
      </Section>
      <Section title={say.sessions}>
        <Card>
          <Sessions />
        </Card>
      </Section>
      <Section title={say.data}>
        <Card>
          <Export />
        </Card>
        <Card>
          <CorrectionRequest />
        </Card>
      </Section>
      <Section title={say.tokens}>
        <Card>
          <Tokens />
        </Card>
      </Section>
    </Page>
  );
}

function Me() {
  const say = useWords(accountWords);
  const person = usePerson();
  const bodies = useApi('/api/training-bodies');
  const nameOf = (id: string): string => bodies.data?.find((body) => body.id === id)?.name ?? '';
  return (
    <dl className={css.facts}>
      <dt>{say.name}</dt>
      <dd>{person.name}</dd>
      <dt>{say.email}</dt>
      <dd>{person.email}</dd>
      <dt>{say.roles}</dt>
      <dd>
        <ul className={css.plain}>
          {person.operator && <li>{say.operator}</li>}
          {person.memberships.map(({ id, role, bodyId }) => (
            <li key={id}>
              {say[role]} {nameOf(bodyId) && `· ${nameOf(bodyId)}`}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}
