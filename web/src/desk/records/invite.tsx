import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { newId } from '../../api/new-id';
import { useSend } from '../../api/use-api';
import { useLocale, useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Choices, Form, TextArea, TextField, textIn } from '../../ui/form';
import { recordsOf } from './paths';
import css from './records.module.css';
import { TargetPicker } from './target-picker';
import { type Around } from './types';
import { recordWords } from './words';

const paths = ['/api/assessments/{assessmentId}/invitations'] as const;

/** Asks somebody without an account, who saw the candidate work, for a report. */
export function Invite({ around: { assessment, coverage } }: { around: Around }) {
  const say = useWords(recordWords);
  const locale = useLocale();
  const [, navigate] = useLocation();
  // The same invitation, however often it is sent.
  const [id] = useState(newId);
  const [refs, setRefs] = useState<readonly string[]>([]);
  const inviting = useSend('post', '/api/assessments/{assessmentId}/invitations', { stale: paths });
  const send = (data: FormData): void =>
    inviting.mutate(
      {
        params: { assessmentId: assessment.id },
        body: {
          id,
          name: textIn(data, 'name') ?? '',
          email: textIn(data, 'email') ?? '',
          relation: textIn(data, 'relation'),
          targetRefs: [...refs],
          message: textIn(data, 'message'),
          locale: data.get('locale') === 'en' ? 'en' : 'zh-TW',
        },
      },
      { onSuccess: () => navigate(recordsOf(assessment.id, `?invited=${id}`)) },
    );
  return (
    <>
      <p className={css.back}>
        <Link to={recordsOf(assessment.id)}>{say.all}</Link>
      </p>
      <Form problem={inviting.error} onSend={send}>
        <h2>{say.thirdParty}</h2>
        <p>{say.inviteHelp}</p>
        <TextField name="name" label={say.inviteName} maxLength={200} />
        <TextField name="email" type="email" label={say.inviteEmail} hint={say.inviteEmailHint} maxLength={254} />
        <TextField name="relation" label={say.inviteRelation} hint={say.inviteRelationHint} maxLength={200} optional />
        <TargetPicker
          name="targetRefs"
          label={say.inviteTargets}
          targets={coverage.targets}
          chosen={refs}
          open
          onChange={setRefs}
        />
        {coverage.gaps.length > 0 && (
          <div>
            <Button small onClick={() => setRefs(coverage.gaps.slice(0, 100))}>
              {say.inviteGaps(coverage.gaps.length)}
            </Button>
          </div>
        )}
        <TextArea name="message" label={say.inviteMessage} rows={3} maxLength={2000} optional />
        <Choices
          name="locale"
          label={say.inviteLocale}
          choices={[
            { value: 'zh-TW', label: '繁體中文', checked: locale === 'zh-TW' },
            { value: 'en', label: 'English', checked: locale === 'en' },
          ]}
        />
        <Actions>
          <Button type="submit" kind="primary" busy={inviting.isPending}>
            {say.invite}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
