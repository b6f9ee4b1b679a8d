import { useEffect } from 'react';
import { Link } from 'wouter';
import { type Item, useApi, usePages } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { useHasRole, usePerson } from '../session/session';
import { ButtonLink } from '../ui/button';
import { Badge, Empty, Loaded, Section } from '../ui/page';
import css from './desk.module.css';
import { partOf } from './frame';
import { queueOf, type Waiting } from './queue-order';
import { deskWords } from './words';

type Listed = Item<'/api/assessments'>;

/** The assessor's work: every assessment of theirs, what waits longest first. Nothing for who assesses nobody. */
export function Queue() {
  return useHasRole(['assessor']) ? <AssessorQueue /> : null;
}

function AssessorQueue() {
  const say = useWords(deskWords);
  const { number } = useFormats();
  const me = usePerson();
  const reminders = useApi('/api/me/reminders', { every: 60_000 });
  const assessments = usePages('/api/assessments', { query: { limit: 200 } });
  const { hasNextPage, isFetching, fetchNextPage } = assessments;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return (
    <Section title={say.queue}>
      <Loaded of={assessments}>
        {(listed) => {
          const { waiting, closed } = queueOf(listed, reminders.data ?? [], me.id);
          return (
            <>
              {waiting.length === 0 ? <Empty>{say.queueEmpty}</Empty> : <p className={css.soft}>{say.queueHelp}</p>}
              <ol className={css.queue}>
                {waiting.map((one) => (
                  <Queued key={one.assessment.id} {...one} />
                ))}
              </ol>
              {closed.length > 0 && (
                <details>
                  <summary>{say.decidedOnes(number(closed.length))}</summary>
                  <Closed assessments={closed} />
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Queued({ assessment, causes, since }: Waiting<Listed>) {
  const say = useWords(deskWords);
  const { ago } = useFormats();
  const { id, candidate, document } = assessment;
  const judging = causes.some(({ kind }) => kind === 'claims_unjudged');
  const signing = causes.some(({ kind }) => kind === 'record_unsigned');
  return (
    <li className={css.queued}>
      <div>
        <h3>
          <Link to={partOf(id, 'overview')}>{candidate.name}</Link>
        </h3>
        <p className={css.soft}>
          {document.code} {document.name}
        </p>
        {causes.map(({ kind, subjectId, text }) => (
          <p key={kind + subjectId}>{text}</p>
        ))}
        <p className={css.soft}>{since ? say.waitsSince(ago(since)) : say.nothingWaits}</p>
      </div>
      {judging ? (
        <ButtonLink to={partOf(id, 'judging')} kind="primary">
          {say.judgeNow}
        </ButtonLink>
      ) : (
        <ButtonLink to={partOf(id, signing ? 'records' : 'overview')}>{signing ? say.signNow : say.open}</ButtonLink>
      )}
    </li>
  );
}

function Closed({ assessments }: { assessments: readonly Listed[] }) {
  const say = useWords(deskWords);
  return (
    <ul className={css.queue}>
      {assessments.map(({ id, candidate, document, decidedAt }) => (
        <li key={id} className={css.row}>
          <Badge>{decidedAt ? say.decided : say.withdrawn}</Badge>
          <Link to={partOf(id, 'overview')}>{candidate.name}</Link>
          <span className={css.soft}>{document.name}</span>
        </li>
      ))}
    </ul>
  );
}
