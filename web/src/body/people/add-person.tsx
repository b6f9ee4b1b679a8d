import { useSend } from '../../api/use-api';
import { useLocale, useWords } from '../../i18n/words';
import { type Role, useHasRole } from '../../session/session';
import { Button, ButtonLink } from '../../ui/button';
import { Actions, Choices, Form, Select, textIn, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Card } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { bodyWords } from '../words';
import { OneTimePassword } from './one-time-password';
import { roles } from './roles';
import { peopleWords } from './words';

/** One person more. Their first password is shown once. */
export function AddPerson() {
  const say = useWords(peopleWords);
  const common = useWords(bodyWords);
  const locale = useLocale();
  const bodyId = useBodyId();
  const administers = useHasRole(['administrator'], bodyId);
  const add = useSend('post', '/api/training-bodies/{bodyId}/people', {
    stale: ['/api/training-bodies/{bodyId}/people'],
  });
  const send = (data: FormData, element: HTMLFormElement): void => {
    const body = {
      name: textIn(data, 'name') ?? '',
      email: textIn(data, 'email') ?? '',
      roles: data.getAll('roles') as Role[],
      locale: data.get('locale') as 'zh-TW' | 'en',
    };
    add.mutate({ params: { bodyId }, body }, { onSuccess: () => element.reset() });
  };
  const home = `/bodies/${bodyId}/people`;
  const added = add.data;
  return (
    <BodyPage title={say.add}>
      {added && (
        <>
          {added.oneTimePassword ? (
            <OneTimePassword title={say.added(added.name)} password={added.oneTimePassword} />
          ) : (
            <Notice tone="met" title={say.knownAdded(added.name)} />
          )}
          <Actions>
            <ButtonLink to={`${home}/${added.id}`}>{say.toPerson}</ButtonLink>
            <ButtonLink to={home}>{say.toList}</ButtonLink>
          </Actions>
        </>
      )}
      <Card>
        <Form problem={add.error} onSend={send}>
          <TextField name="name" label={common.name} hint={say.nameHint} autoComplete="off" />
          <TextField name="email" label={common.email} type="email" autoComplete="off" autoCapitalize="none" />
          <Choices
            name="roles"
            label={say.roles}
            hint={say.rolesHint}
            many
            choices={(administers ? roles : (['candidate'] as const)).map((value) => ({ value, label: common[value] }))}
          />
          <Select name="locale" label={say.locale} defaultValue={locale}>
            <option value="zh-TW" lang="zh-Hant-TW">
              繁體中文
            </option>
            <option value="en" lang="en">
              English
            </option>
          </Select>
          <Actions>
            <Button type="submit" kind="primary" busy={add.isPending}>
              {added ? say.another : say.add}
            </Button>
          </Actions>
        </Form>
      </Card>
    </BodyPage>
  );
}
