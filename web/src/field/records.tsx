import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Ask } from '../ui/ask';
import { Button, ButtonLink } from '../ui/button';
import { type Tone } from '../ui/notice';
import { Badge, Empty, Section } from '../ui/page';
import css from './field.module.css';
import { discardEntry, entriesOf, insistOnEntry, queueEntry, reopenEntry } from './kept/entries';
import { type Entry, notedIn } from './kept/entry';
import { photoCounts } from './kept/photos';
import { Trouble } from './trouble';
import { useKept } from './use-kept';
import { sendNow } from './use-outbox';
import { fieldWords } from './words';

/** Every record on this device with how far it is, what needs its assessor first. */
export function Records() {
  const say = useWords(fieldWords);
  const { id } = usePerson();
  const entries = useKept(['entries', id], () => entriesOf(id)).data;
  const isThere = entries !== undefined;
  useEffect(() => {
    // A link from elsewhere leads here before there is anything to lead to.
    if (isThere && window.location.hash === '#records') document.getElementById('records')?.scrollIntoView();
  }, [isThere]);
  if (!entries) return null;
  const sorted = [...entries].sort((a, b) => rank(a) - rank(b));
  return (
    <Section id="records" title={say.records}>
      {entries.length === 0 ? (
        <Empty>{say.recordsEmpty}</Empty>
      ) : (
        <>
          <Rows entries={sorted.slice(0, atOnce)} />
          {sorted.length > atOnce && (
            <details>
              <summary className={css.toFinish}>{say.otherRecords(sorted.length - atOnce)}</summary>
              <Rows entries={sorted.slice(atOnce)} />
            </details>
          )}
        </>
      )}
    </Section>
  );
}

/** What comes after these is a press away. */
const atOnce = 12;

function Rows({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className={css.rows}>
      {entries.map((entry) => (
        <Record key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

const order: Record<Entry['state'], number> = { refused: 0, open: 1, queued: 2, sent: 3 };
const rank = ({ state, signedAt }: Entry): number => order[state] + (signedAt ? 1 : 0);

const tones: Record<Entry['state'], Tone> = { refused: 'gap', open: 'wait', queued: 'wait', sent: 'wait' };

/** One record: its state, what the server said of it, and what can be done. */
export function Record({ entry }: { entry: Entry }) {
  const say = useWords(fieldWords);
  const format = useFormats();
  const [, navigate] = useLocation();
  const { id, userId, state, signedAt } = entry;
  const photos = useKept(['photo counts'], photoCounts).data?.get(id);
  const names = { open: say.stateOpen, queued: say.stateQueued, refused: say.stateRefused, sent: say.stateSent };
  const queue = (sign: boolean): void => void queueEntry(id, sign).then(() => sendNow(userId));
  return (
    <li className={css.row} data-entry={id}>
      <div>
        <strong>{entry.candidateName}</strong>{' '}
        <Badge tone={signedAt ? 'met' : tones[state]}>{signedAt ? say.stateSigned : names[state]}</Badge>
        <div className={css.soft}>
          {format.instant(entry.startedAt)} · {say.noted(notedIn(entry))}
          {entry.sitting && <> · {say.sitting}</>}
          {photos && <> · {state === 'open' ? say.signPhotos(photos.all) : say.photosLeft(photos.sent, photos.all)}</>}
        </div>
      </div>
      <div className={css.buttons}>
        {state === 'open' && (
          <ButtonLink to={`/field/${entry.assessmentId}`}>
            {say.resume}
            <span className="unseen">{entry.candidateName}</span>
          </ButtonLink>
        )}
        {state === 'refused' && <Refused entry={entry} onSend={() => queue(entry.sign)} />}
        {state === 'sent' && !signedAt && <Button onClick={() => queue(true)}>{say.signNow}</Button>}
        {(state === 'refused' || (state === 'sent' && !signedAt)) && (
          <Button onClick={() => void reopenEntry(id).then(() => navigate(`/field/${entry.assessmentId}`))}>
            {say.correct}
          </Button>
        )}
      </div>
      {signedAt && (
        <Link to={`/assessments/${entry.assessmentId}${entry.sitting ? `/records/sittings/${entry.sitting.id}` : ''}`}>
          {entry.sitting ? say.toSitting : say.toAssessment}
        </Link>
      )}
      {entry.problem && (
        <div className={css.wide}>
          <Trouble entry={entry} />
        </div>
      )}
    </li>
  );
}

/** What can be done about a refusal but to correct it: send it again, insist on it, or give it up. */
function Refused({ entry: { id, userId, candidateName, problem }, onSend }: { entry: Entry; onSend: () => void }) {
  const say = useWords(fieldWords);
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      {problem?.code === 'precondition_failed' ? (
        <Button onClick={() => void insistOnEntry(id).then(() => sendNow(userId))}>{say.insist}</Button>
      ) : (
        <Button onClick={onSend}>{say.resend}</Button>
      )}
      <Button kind="danger" onClick={() => dialog.current?.showModal()}>
        {say.giveUp}
      </Button>
      <Ask
        dialog={dialog}
        title={say.giveUpTitle(candidateName)}
        answer={say.giveUpAnswer}
        kind="danger"
        cancel={say.keepIt}
        onAnswer={() => void discardEntry(id)}
      >
        <p>{say.giveUpText}</p>
      </Ask>
    </>
  );
}
