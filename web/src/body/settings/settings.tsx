import { Link } from 'wouter';
import { addressOf } from '../../api/client';
import { useApi, useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Button, DownloadLink } from '../../ui/button';
import { Actions, Form, textIn, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Loaded, Section } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { bodyWords } from '../words';
import css from './settings.module.css';
import { settingsWords } from './words';

/** What a body decides for itself, each part on a page of its own. */
export function Settings() {
  const say = useWords(settingsWords);
  const common = useWords(bodyWords);
  const home = `/bodies/${useBodyId()}/settings`;
  const administers = useHasRole(['administrator'], useBodyId());
  const parts = [
    ['rules', say.rules, say.rulesLead, true],
    ['classes', say.classes, say.classesLead, true],
    ['templates', say.templates, say.templatesLead, administers],
  ] as const;
  return (
    <BodyPage title={common.settings}>
      <ul className={css.parts}>
        {parts
          .filter(([, , , shown]) => shown)
          .map(([page, title, lead]) => (
            <li key={page}>
              <Link to={`${home}/${page}`}>{title}</Link>
              <p>{lead}</p>
            </li>
          ))}
      </ul>
      {administers && <Name />}
      <Trust />
    </BodyPage>
  );
}

function Name() {
  const say = useWords(settingsWords);
  const id = useBodyId();
  const body = useApi('/api/training-bodies/{id}', { params: { id } });
  const rename = useSend('patch', '/api/training-bodies/{id}', { stale: ['/api/training-bodies/{id}'] });
  return (
    <Section title={say.name}>
      <Loaded of={body}>
        {({ name, revision }) => (
          <Form
            problem={rename.error}
            onSend={(data) =>
              rename.mutate({
                params: { id },
                headers: { 'If-Match': `"${revision}"` },
                body: { name: textIn(data, 'name') ?? '' },
              })
            }
          >
            {rename.isSuccess && <Notice tone="met" title={say.renamed} />}
            <TextField name="name" label={say.name} hint={say.nameHint} defaultValue={name} />
            <Actions>
              <Button type="submit" busy={rename.isPending}>
                {say.rename}
              </Button>
            </Actions>
          </Form>
        )}
      </Loaded>
    </Section>
  );
}

function Trust() {
  const say = useWords(settingsWords);
  const params = { bodyId: useBodyId() };
  return (
    <Section title={say.trust}>
      <p>{say.trustHelp}</p>
      <Actions>
        <DownloadLink download href={addressOf('/api/training-bodies/{bodyId}/trust/root.pem', params)}>
          {say.root}
        </DownloadLink>
        <DownloadLink download href={addressOf('/api/training-bodies/{bodyId}/trust/chain.pem', params)}>
          {say.chain}
        </DownloadLink>
        <DownloadLink download href={addressOf('/api/training-bodies/{bodyId}/trust/bundle', params)}>
          {say.bundle}
        </DownloadLink>
      </Actions>
    </Section>
  );
}
