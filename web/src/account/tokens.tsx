import { useApi, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, textIn, TextField } from '../ui/form';
import { Copy } from '../ui/copy';
import { Notice, ProblemNotice } from '../ui/notice';
import { Loaded } from '../ui/page';
import css from './account.module.css';
import { accountWords } from './words';

/** Tokens for other systems: made, seen once, revoked. */
export function Tokens() {
  const say = useWords(accountWords);
  const { instant } = useFormats();
  const tokens = useApi('/api/api-tokens');
  const revoke = useSend('delete', '/api/api-tokens/{id}', { stale: ['/api/api-tokens'] });
  return (
    <>
      <p className={css.soft}>{say.tokensHelp}</p>
      {revoke.isSuccess && <Notice tone="met" title={say.revoked} />}
      {revoke.error && <ProblemNotice problem={revoke.error} />}
      <Loaded of={tokens}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{say.noTokens}</p>
          ) : (
            <ul className={css.rows}>
              {rows.map(({ id, name, expiresAt }) => (
                <li key={id}>
                  <div>
                    <div>{name}</div>
                    <div className={css.soft}>{expiresAt ? say.until(instant(expiresAt)) : say.never}</div>
                  </div>
                  <Button
                    aria-label={say.revokeOf(name)}
                    busy={revoke.isPending}
                    onClick={() => revoke.mutate({ params: { id } })}
                  >
                    {say.revoke}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewToken />
    </>
  );
}

function NewToken() {
  const say = useWords(accountWords);
  const make = useSend('post', '/api/api-tokens', { stale: ['/api/api-tokens'] });
  const { data: living = [] } = useApi('/api/api-tokens');
  const isLiving = living.some(({ id }) => id === make.data?.id);
  const send = (data: FormData, form: HTMLFormElement): void => {
    const day = textIn(data, 'expiresAt');
    const expiresAt = day ? new Date(`${day}T23:59:59`).toISOString() : null;
    make.mutate({ body: { name: textIn(data, 'name') ?? '', expiresAt } }, { onSuccess: () => form.reset() });
  };
  return (
    <Form problem={make.error} onSend={send}>
      {make.data && isLiving && <Made token={make.data.token} key={make.data.id} />}
      <TextField name="name" label={say.tokenName} hint={say.tokenNameHint} maxLength={100} />
      <TextField name="expiresAt" label={say.tokenUntil} hint={say.tokenUntilHint} type="date" optional />
      <Actions>
        <Button type="submit" busy={make.isPending}>
          {say.make}
        </Button>
      </Actions>
    </Form>
  );
}

function Made({ token }: { token: string }) {
  const say = useWords(accountWords);
  return (
    <Notice tone="met" title={say.made}>
      <p>{say.madeHelp}</p>
      <code className={css.token} aria-label={say.token}>
        {token}
      </code>
      <div>
        <Copy text={token} />
      </div>
    </Notice>
  );
}
