import { useRef, useState } from 'react';
import { addressOf, type Answer } from '../api/client';
import { useApi, useSend } from '../api/use-api';
import { today, useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { newId } from '../api/new-id';
import { Button, DownloadLink } from '../ui/button';
import { Actions, Form, TextArea, textIn } from '../ui/form';
import { Notice, ProblemNotice } from '../ui/notice';
import { Badge } from '../ui/page';
import css from './candidate.module.css';
import { focusHeading } from './focus-heading';
import { type Verdict } from './types';
import { verdictWords } from './verdict-words';

const stale = ['/api/verdicts/{verdictId}/standing'] as const;
type Appeal = Answer<'/api/appeals/{id}', 'get'>;

/** The appeal against a verdict: how to file one while one can, and what became of it. */
export function AppealPart({ verdict }: { verdict: Verdict }) {
  const say = useWords(verdictWords);
  const { date } = useFormats();
  const standing = useApi('/api/verdicts/{verdictId}/standing', { params: { verdictId: verdict.id } });
  if (!standing.data) return null;
  const { appeal } = standing.data;
  const until = verdict.appealUntil;
  const isOpen = until !== null && today() <= until;
  return (
    <div className={css.part}>
      <h3>{say.appeal}</h3>
      {appeal ? (
        <Filed appeal={appeal} />
      ) : isOpen ? (
        <>
          <p>{say.appealUntil(date(until))}</p>
          <FileAppeal verdictId={verdict.id} />
        </>
      ) : (
        <p>{until && say.appealOver(date(until))}</p>
      )}
    </div>
  );
}

function FileAppeal({ verdictId }: { verdictId: string }) {
  const say = useWords(verdictWords);
  const [isOpen, setOpen] = useState(false);
  const id = useRef(newId());
  const file = useSend('post', '/api/verdicts/{verdictId}/appeal', { stale });
  if (!isOpen)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{say.startAppeal}</Button>
      </div>
    );
  return (
    <Form
      problem={file.error}
      onSend={(data) =>
        file.mutate(
          { params: { verdictId }, body: { id: id.current, grounds: textIn(data, 'grounds') ?? '' } },
          { onSuccess: focusHeading },
        )
      }
    >
      <TextArea name="grounds" label={say.grounds} hint={say.groundsHint} rows={6} autoFocus />
      <Actions>
        <Button type="submit" kind="primary" busy={file.isPending}>
          {say.fileAppeal}
        </Button>
        <Button onClick={() => setOpen(false)}>{say.notNow}</Button>
      </Actions>
    </Form>
  );
}

function Filed({ appeal }: { appeal: Appeal }) {
  const say = useWords(verdictWords);
  const { instant } = useFormats();
  const withdraw = useSend('post', '/api/appeals/{id}/withdrawal', { stale });
  const tone = { open: 'wait', upheld: 'met', dismissed: 'gap', withdrawn: undefined } as const;
  return (
    <>
      <div className={css.outcome} role="status">
        <Badge tone={tone[appeal.state]}>{say[`appeal_${appeal.state}`]}</Badge>
        <span className={css.soft}>{say.filed(instant(appeal.filedAt))}</span>
      </div>
      <p className={css.words}>{appeal.grounds}</p>
      {appeal.state === 'open' && (
        <>
          <p>{say.appealOpenMeans}</p>
          {withdraw.error && <ProblemNotice problem={withdraw.error} />}
          <details className={css.more}>
            <summary>{say.takeBack}</summary>
            <p>{say.takeBackMeans}</p>
            <Button
              kind="danger"
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate({ params: { id: appeal.id } })}
            >
              {say.doTakeBack}
            </Button>
          </details>
        </>
      )}
      {appeal.decision && (
        <Notice
          tone={appeal.decision.outcome === 'upheld' ? 'met' : undefined}
          title={say.decidedBy(appeal.decision.decidedBy.name, instant(appeal.decision.decidedAt))}
        >
          <p className={css.words}>{appeal.decision.reasons}</p>
          <DownloadLink small href={addressOf('/api/appeals/{id}/document', { id: appeal.id })} download>
            {say.appealDocument}
          </DownloadLink>
        </Notice>
      )}
    </>
  );
}
