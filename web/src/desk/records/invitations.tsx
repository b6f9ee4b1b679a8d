import { useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { useAll } from '../../api/use-all';
import { useSend } from '../../api/use-api';
import { Ask } from '../../ui/ask';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button, ButtonLink } from '../../ui/button';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { recordsOf } from './paths';
import css from './records.module.css';
import { invitationTones } from './tones';
import { type Around, type Invitation } from './types';
import { recordWords } from './words';

const stale = ['/api/assessments/{assessmentId}/invitations'] as const;

/** Who was asked for a report, what came of it, and the means to send the link again or to end it. */
export function Invitations({ around: { assessment } }: { around: Around }) {
  const say = useWords(recordWords);
  const invited = new URLSearchParams(useSearch()).get('invited');
  const [done, setDone] = useState('');
  const params = { assessmentId: assessment.id };
  const invitations = useAll('/api/assessments/{assessmentId}/invitations', { params });
  const fresh = invitations.data?.find(({ id }) => id === invited);
  const said = done || (fresh ? say.invited(fresh.email) : '');
  return (
    <Section title={say.invitations}>
      <div aria-live="polite">{said && <Notice tone="met" title={said} />}</div>
      <Loaded of={invitations}>
        {(all) => (
          <>
            {all.length === 0 && <Empty>{say.invitationsNone}</Empty>}
            <ul className={css.rows}>
              {all.toReversed().map((one) => (
                <Row
                  key={one.id}
                  invitation={one}
                  assessmentId={assessment.id}
                  isOpen={!assessment.decidedAt && !assessment.withdrawnAt}
                  onDone={setDone}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Row({
  invitation,
  assessmentId,
  isOpen,
  onDone,
}: {
  invitation: Invitation;
  assessmentId: string;
  isOpen: boolean;
  onDone: (said: string) => void;
}) {
  const say = useWords(recordWords);
  const { aside, day, instant } = useFormats();
  const dialog = useRef<HTMLDialogElement>(null);
  const renewing = useSend('post', '/api/invitations/{id}/renewal', { stale });
  const revoking = useSend('post', '/api/invitations/{id}/revocation', { stale });
  const { id, name, email, relation, state, targetRefs, expiresAt, invitedBy, invitedAt, submittedAt, itemId } =
    invitation;
  const params = { id };
  const isWaiting = state === 'sent' || state === 'opened';
  const labels: Record<Invitation['state'], string> = {
    sent: say.inviteSent,
    opened: say.inviteOpened,
    submitted: say.inviteSubmitted,
    expired: say.inviteExpired,
    revoked: say.inviteRevoked,
  };
  const problem = renewing.error ?? revoking.error;
  return (
    <li className={css.row}>
      <div>
        <h3>
          {name}
          {relation && <span className={css.soft}>{aside(relation)}</span>}
        </h3>
        <p className={css.soft}>{email}</p>
        <p className={css.soft}>{say.askedBy(invitedBy.name, day(invitedAt), targetRefs.length)}</p>
        {isWaiting && <p className={css.soft}>{say.expires(instant(expiresAt))}</p>}
        {submittedAt && <p className={css.soft}>{say.submitted(instant(submittedAt))}</p>}
      </div>
      <Badge tone={invitationTones[state]}>{labels[state]}</Badge>
      <div className={css.buttons}>
        {itemId && <ButtonLink to={recordsOf(assessmentId, `reports/${itemId}`)}>{say.readReport}</ButtonLink>}
        {isOpen && (isWaiting || state === 'expired') && (
          <Button
            small
            busy={renewing.isPending}
            aria-label={say.renewNamed(name)}
            onClick={() => renewing.mutate({ params }, { onSuccess: () => onDone(say.renewed(email)) })}
          >
            {say.renew}
          </Button>
        )}
        {isWaiting && (
          <Button
            small
            kind="danger"
            busy={revoking.isPending}
            aria-label={say.revokeNamed(name)}
            onClick={() => dialog.current?.showModal()}
          >
            {say.revoke}
          </Button>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <Ask
        dialog={dialog}
        title={say.revokeTitle(name)}
        answer={say.revoke}
        kind="danger"
        cancel={say.cancel}
        onAnswer={() => revoking.mutate({ params }, { onSuccess: () => onDone(say.revoked(name)) })}
      >
        <p>{say.revokeText}</p>
      </Ask>
    </li>
  );
}
