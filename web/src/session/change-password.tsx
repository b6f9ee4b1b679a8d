import { useQueryClient } from '@tanstack/react-query';
import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, secretIn } from '../ui/form';
import { Notice } from '../ui/notice';
import { PasswordField } from '../ui/password-field';
import { Card, Page } from '../ui/page';
import { sessionWords } from './words';

interface Change {
  first?: boolean;
  /** What was signed in with just now, if that is known. */
  oneTime?: string;
}

/** The page on which a one-time password is replaced. */
export function ChangePassword({ first = false, oneTime }: Change) {
  const say = useWords(sessionWords);
  return (
    <main>
      <Page title={say.changeTitle} narrow>
        {first && <p>{say.changeFirst}</p>}
        <Card>
          <PasswordForm first={first} oneTime={oneTime} />
        </Card>
      </Page>
    </main>
  );
}

export function PasswordForm({ first = false, oneTime }: Change) {
  const say = useWords(sessionWords);
  const queries = useQueryClient();
  const change = useSend('put', '/api/password');
  const send = (data: FormData, form: HTMLFormElement): void => {
    const body = { currentPassword: secretIn(data, 'currentPassword'), newPassword: secretIn(data, 'newPassword') };
    change.mutate(
      { body },
      {
        onSuccess: () => {
          form.reset();
          void queries.invalidateQueries({ queryKey: ['/api/session'] });
        },
      },
    );
  };
  return (
    <Form problem={change.error} onSend={send}>
      {change.isSuccess && <Notice tone="met" title={say.changed} />}
      <PasswordField
        name="currentPassword"
        label={first ? say.oneTimePassword : say.currentPassword}
        autoComplete="current-password"
        defaultValue={oneTime}
      />
      <PasswordField
        name="newPassword"
        label={say.newPassword}
        hint={say.newPasswordHint}
        autoComplete="new-password"
      />
      <Actions>
        <Button type="submit" kind="primary" busy={change.isPending}>
          {say.change}
        </Button>
      </Actions>
    </Form>
  );
}
