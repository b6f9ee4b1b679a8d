import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { speakAs } from '../api/client';
import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Brand } from '../shell/brand';
import { Preferences } from '../shell/preferences';
import { Button } from '../ui/button';
import { Actions, Form, secretIn, textIn, TextField } from '../ui/form';
import { PasswordField } from '../ui/password-field';
import { Card, Page } from '../ui/page';
import css from './sign-in.module.css';
import { sessionWords } from './words';

interface Told {
  /** Is told whether a language was chosen on this page. */
  onSignedIn: (choseLocale: boolean) => void;
  /** Is told a one-time password, so that it need not be typed again where it is replaced. */
  onOneTime: (password: string) => void;
}

export function SignIn({ onSignedIn, onOneTime }: Told) {
  const say = useWords(sessionWords);
  const queries = useQueryClient();
  const choseLocale = useRef(false);
  const signIn = useSend('post', '/api/session');
  const send = (data: FormData): void => {
    const body = { email: textIn(data, 'email') ?? '', password: secretIn(data, 'password') };
    signIn.mutate(
      { body },
      {
        onSuccess: (session) => {
          onSignedIn(choseLocale.current);
          onOneTime(session.passwordChangeRequired ? body.password : '');
          speakAs({ csrfToken: session.csrfToken });
          queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/session' });
          queries.setQueryData(['/api/session', null, null], session);
        },
      },
    );
  };
  return (
    <main className={css.gate}>
      <div className={css.brand}>
        <Brand large />
        <p>{say.lead}</p>
        <Preferences onLocale={() => (choseLocale.current = true)} />
      </div>
      <Page title={say.title} narrow>
        <Card>
          <Form problem={signIn.error} onSend={send}>
            <TextField
              name="email"
              label={say.email}
              type="email"
              autoComplete="username"
              required
              autoCapitalize="none"
            />
            <PasswordField name="password" label={say.password} autoComplete="current-password" />
            <Actions>
              <Button type="submit" kind="primary" busy={signIn.isPending}>
                {say.signIn}
              </Button>
            </Actions>
          </Form>
        </Card>
        <p>{say.forgotten}</p>
        <p>
          <a href="/verify">{say.verify}</a>
        </p>
      </Page>
    </main>
  );
}
