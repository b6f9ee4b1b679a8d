import { useState } from 'react';
import { Link } from 'wouter';
import { type Answer, addressOf } from '../../api/client';
import { usePages, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Button, DownloadLink } from '../../ui/button';
import { Actions, Checkbox, Choices, Form, textIn, TextArea } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Card, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { newId } from '../../api/new-id';
import { Facts, More } from '../table';
import { verificationWords } from './words';

const path = '/api/training-bodies/{bodyId}/appeals';
type Appeal = Answer<'/api/appeals/{id}', 'get'>;

/** Appeals that wait for a decision by somebody who took no part. */
export function Appeals() {
  const say = useWords(verificationWords);
  const bodyId = useBodyId();
  const [decided, setDecided] = useState(false);
  const administers = useHasRole(['administrator'], bodyId);
  const appeals = usePages(path, { params: { bodyId }, query: { limit: 50, state: 'open' } });
  return (
    <Section title={say.appeals}>
      {decided && <Notice tone="met" title={say.decided} />}
      <Loaded of={appeals}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{say.noAppeals}</p>
          ) : (
            <>
              <p>{say.appealsHelp}</p>
              {rows.map((appeal) => (
                <Shown key={appeal.id} appeal={appeal} decidable={administers} onDone={() => setDecided(true)} />
              ))}
              <More of={appeals} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Shown({ appeal, decidable, onDone }: { appeal: Appeal; decidable: boolean; onDone: () => void }) {
  const say = useWords(verificationWords);
  const { instant } = useFormats();
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <h3>
        {appeal.filedBy.name}：{appeal.document.code} {appeal.document.name}
      </h3>
      <Facts
        of={[
          [say.filedAt, instant(appeal.filedAt)],
          [say.grounds, appeal.grounds],
        ]}
      />
      <Actions>
        <DownloadLink small href={addressOf('/api/appeals/{id}/verdict-document', { id: appeal.id })}>
          {say.verdictDocument}
        </DownloadLink>
        <Link to={`/assessments/${appeal.assessmentId}`}>{say.assessment}</Link>
        {decidable && !open && <Button onClick={() => setOpen(true)}>{say.decide}</Button>}
      </Actions>
      {open && <Decide id={appeal.id} onDone={onDone} />}
    </Card>
  );
}

function Decide({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useWords(verificationWords);
  const [own] = useState(newId);
  const [unsure, setUnsure] = useState(false);
  const decide = useSend('post', '/api/appeals/{id}/decision', { stale: [path] });
  const send = (data: FormData): void => {
    setUnsure(!data.has('sure'));
    if (!data.has('sure')) return;
    const body = {
      id: own,
      outcome: data.get('outcome') as 'upheld' | 'dismissed',
      reasons: textIn(data, 'reasons') ?? '',
    };
    decide.mutate({ params: { id }, body }, { onSuccess: onDone });
  };
  return (
    <Form problem={decide.error} onSend={send}>
      {unsure && <Notice tone="gap" title={say.sureMissing} />}
      <Choices
        name="outcome"
        label={say.decide}
        choices={(['dismissed', 'upheld'] as const).map((value) => ({ value, label: say[value] }))}
      />
      <TextArea name="reasons" label={say.reasons} hint={say.reasonsHint} />
      <Checkbox name="sure" label={say.sure} />
      <Actions>
        <Button type="submit" kind="primary" busy={decide.isPending}>
          {say.sign}
        </Button>
      </Actions>
    </Form>
  );
}
