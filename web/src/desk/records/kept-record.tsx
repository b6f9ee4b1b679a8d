import { type ReactNode } from 'react';
import { Link } from 'wouter';
import { addressOf } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Badge } from '../../ui/page';
import { partOf } from '../frame';
import { type Evidence } from '../types';
import { stateOf } from './listed';
import { recordsOf } from './paths';
import css from './records.module.css';
import { stateTones } from './tones';
import { type Around } from './types';
import { Withdraw } from './withdraw';
import { recordWords } from './words';

/** A record as it is read and printed: its state, what it says, who signed it, and what can still be done about it. */
export function KeptRecord({
  around: { assessment, mayRecord },
  evidence,
  by,
  sha256,
  anew,
  children,
}: {
  around: Around;
  evidence: Evidence;
  by: { id?: string; name: string };
  sha256: string | null;
  /** Where it is recorded anew, beginning with what it says. */
  anew?: string;
  children: ReactNode;
}) {
  const say = useWords(recordWords);
  const me = usePerson();
  const { instant, size } = useFormats();
  const { id, number, title, signedAt, withdrawnAt, withdrawalReason, files, submittedBy } = evidence;
  const state = stateOf(evidence);
  const isMine = mayRecord && submittedBy === me.id;
  return (
    <article className={css.kept}>
      <p className={css.back}>
        <Link to={recordsOf(assessment.id)}>{say.all}</Link>
      </p>
      <div className={css.keptHead}>
        <h2>
          {number}. {title}
        </h2>
        <Badge tone={stateTones[state]}>{say[state]}</Badge>
      </div>
      {withdrawnAt && (
        <Notice title={say.withdrawnOn(instant(withdrawnAt))}>
          <p>{say.because(withdrawalReason ?? '')}</p>
          {isMine && anew && (
            <div className={css.screen}>
              <ButtonLink to={anew} kind="primary">
                {say.anew}
              </ButtonLink>
            </div>
          )}
        </Notice>
      )}
      {children}
      {files.length > 0 && (
        <section>
          <h3>{say.files}</h3>
          <ul className={css.files}>
            {files.map((file) => (
              <li key={file.id}>
                <a
                  href={addressOf('/api/evidence/{id}/files/{fileId}/content', { id, fileId: file.id }, { inline: 1 })}
                  target="_blank"
                  rel="noopener noreferrer"
                >
                  {file.name}
                </a>{' '}
                <span className={css.soft}>{size(file.size)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={css.signature}>
        {signedAt ? say.signedBy(by.name, instant(signedAt)) : say.unsigned(by.name)}
        {sha256 && <span className={css.hash}>SHA-256 {sha256}</span>}
      </p>
      <div className={css.buttons}>
        <Button onClick={() => window.print()}>{say.print}</Button>
        {signedAt && !withdrawnAt && (
          <ButtonLink to={`${partOf(assessment.id, 'judging')}?item=${id}`}>{say.judge}</ButtonLink>
        )}
      </div>
      {isMine && !withdrawnAt && <Withdraw id={id} isDraft={!signedAt} />}
    </article>
  );
}
