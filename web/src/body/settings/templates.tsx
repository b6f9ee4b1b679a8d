import { useEffect, useState } from 'react';
import { type Answer, type Body, addressOf, pageHeaders, type Problem, problemOf } from '../../api/client';
import { useApi, useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button, DownloadLink } from '../../ui/button';
import { Actions, Form, Select, textIn, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { settingsWords } from './words';

const path = '/api/training-bodies/{bodyId}/templates/{kind}';
const kinds = ['verdict', 'certificate', 'appeal'] as const;
type Template = Answer<typeof path, 'get'>;
type Change = Body<typeof path, 'put'>;

/** How a body's documents look, kind by kind. */
export function Templates() {
  const say = useWords(settingsWords);
  const bodyId = useBodyId();
  const [kind, setKind] = useState<(typeof kinds)[number]>('certificate');
  const template = useApi(path, { params: { bodyId, kind } });
  const here = template.data?.kind === kind ? template.data : undefined;
  return (
    <Section title={say.templates}>
      <p>{say.templatesHelp}</p>
      <Select
        name="kind"
        label={say.kind}
        value={kind}
        onChange={(e) => setKind(e.currentTarget.value as (typeof kinds)[number])}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {say[one]}
          </option>
        ))}
      </Select>
      <Loaded of={{ ...template, data: here }}>{(now) => <Look key={kind} now={now} />}</Loaded>
    </Section>
  );
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

async function changeIn(data: FormData): Promise<Change> {
  const both = (name: string): { 'zh-TW': string; en: string } | null => {
    const wording = { 'zh-TW': textIn(data, `${name}.zh-TW`) ?? '', en: textIn(data, `${name}.en`) ?? '' };
    return wording['zh-TW'] || wording.en ? wording : null;
  };
  const representative = {
    name: textIn(data, 'representative.name') ?? '',
    post: textIn(data, 'representative.post') ?? '',
  };
  const logo = data.get('logo');
  return {
    accent: textIn(data, 'accent') ?? null,
    title: both('title'),
    footer: both('footer'),
    representative: representative.name || representative.post ? representative : null,
    ...(logo instanceof File && logo.size > 0 && { logo: await base64(logo) }),
  };
}

function Look({ now }: { now: Template }) {
  const say = useWords(settingsWords);
  const params = { bodyId: now.bodyId, kind: now.kind };
  const [shown, setShown] = useState('');
  const [refused, setRefused] = useState<Problem | null>(null);
  const save = useSend('put', path, { stale: [path] });
  useEffect(() => () => URL.revokeObjectURL(shown), [shown]);
  const preview = async (data: FormData): Promise<void> => {
    const answer = await fetch(addressOf('/api/training-bodies/{bodyId}/templates/{kind}/preview', params), {
      method: 'POST',
      headers: { ...pageHeaders(), 'Content-Type': 'application/json' },
      body: JSON.stringify(await changeIn(data)),
    });
    setRefused(answer.ok ? null : await problemOf(answer));
    setShown(answer.ok ? URL.createObjectURL(await answer.blob()) : '');
  };
  const send = (data: FormData, form: HTMLFormElement): void => {
    setRefused(null);
    const wanted = form.dataset.wanted;
    if (wanted === 'preview') void preview(data);
    else void changeIn(data).then((body) => save.mutate({ params, headers: { 'If-Match': `"${now.version}"` }, body }));
  };
  const want = (what: string) => (event: { currentTarget: HTMLButtonElement }) => {
    event.currentTarget.form!.dataset.wanted = what;
  };
  return (
    <Form problem={refused ?? save.error} onSend={send}>
      {save.isSuccess && <Notice tone="met" title={say.savedTemplate} />}
      <TextField name="accent" label={say.accent} hint={say.accentHint} defaultValue={now.accent ?? ''} optional />
      <TextField
        name="title.zh-TW"
        label={say.titleZh}
        hint={say.bothHint}
        defaultValue={now.title?.['zh-TW']}
        optional
      />
      <TextField name="title.en" label={say.titleEn} defaultValue={now.title?.en} optional />
      <TextField
        name="footer.zh-TW"
        label={say.footerZh}
        hint={say.bothHint}
        defaultValue={now.footer?.['zh-TW']}
        optional
      />
      <TextField name="footer.en" label={say.footerEn} defaultValue={now.footer?.en} optional />
      <TextField
        name="representative.name"
        label={say.representative}
        defaultValue={now.representative?.name}
        optional
        autoComplete="off"
      />
      <TextField name="representative.post" label={say.post} defaultValue={now.representative?.post} optional />
      <TextField
        name="logo"
        label={say.logo}
        hint={now.logo ? `${say.hasLogo}${say.logoHint}` : say.logoHint}
        type="file"
        accept="image/png,image/jpeg"
        optional
      />
      <Actions>
        <Button type="submit" onClick={want('preview')}>
          {say.preview}
        </Button>
        <Button type="submit" kind="primary" busy={save.isPending} onClick={want('save')}>
          {say.saveTemplate}
        </Button>
      </Actions>
      <div aria-live="polite">{shown && <DownloadLink href={shown}>{say.previewReady}</DownloadLink>}</div>
    </Form>
  );
}
