import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Begin } from './begin';
import css from './field.module.css';
import { entriesOf } from './kept/entries';
import { type Taken, takenBy, takenDocument } from './kept/taken';
import { Observing } from './observing';
import { prepareOffline } from './offline';
import { OutboxBar } from './outbox-bar';
import { Record } from './records';
import { sittingsLeft } from './sitting';
import { Strip } from './strip';
import { Switcher } from './switcher';
import { useKept } from './use-kept';
import { fieldWords } from './words';

/** One candidate at work, before the assessor's eyes. All of it is on this device. */
export function Observe({ assessmentId }: { assessmentId: string }) {
  useEffect(prepareOffline, []);
  const say = useWords(fieldWords);
  const { id } = usePerson();
  const taken = useKept(['taken', id], () => takenBy(id)).data;
  if (!taken) return null;
  const own = taken.find((one) => one.assessmentId === assessmentId);
  if (!own) {
    return (
      <Page title={say.notTaken} narrow>
        <p>{say.notTakenHelp}</p>
        <div>
          <ButtonLink to="/field" kind="primary">
            {say.back}
          </ButtonLink>
        </div>
      </Page>
    );
  }
  return <Occasion own={own} visit={taken.filter(({ workplace }) => workplace === own.workplace)} />;
}

function Occasion({ own, visit }: { own: Taken; visit: readonly Taken[] }) {
  const say = useWords(fieldWords);
  const { assessmentId, userId } = own;
  const [last, setLast] = useState<string>();
  const entries = useKept(['entries', userId], () => entriesOf(userId)).data;
  const document = useKept(['document', own.documentId], () => takenDocument(own.documentId)).data;
  if (!entries || !document) return null;
  const mine = entries.filter((entry) => entry.assessmentId === assessmentId);
  const open = mine.find(({ state }) => state === 'open');
  const before = mine.find((entry) => entry.id === last);
  return (
    <Page
      title={own.candidateName}
      over={
        <>
          <Link to="/field">{say.title}</Link> · {own.documentName}
        </>
      }
    >
      <Strip>
        <Switcher visit={visit} here={assessmentId} entries={entries} />
      </Strip>
      <OutboxBar />
      {own.gone && <Notice tone="wait" title={say.gone} />}
      {own.fault && (
        <Notice tone="gap" title={say.fault}>
          <p>{own.fault}</p>
          <div>
            <Link to={`/assessments/${assessmentId}`}>{say.toAssessment}</Link>
          </div>
        </Notice>
      )}
      {open ? (
        <Observing
          key={open.id}
          entry={open}
          own={own}
          document={document}
          sittings={sittingsLeft(
            own,
            mine.filter((entry) => entry !== open),
          )}
          onQueued={() => setLast(open.id)}
        />
      ) : (
        <>
          {before && (
            <div className={css.stack}>
              {before.state === 'queued' && <Notice tone="met" title={say.queued} />}
              <ul className={css.rows}>
                <Record entry={before} />
              </ul>
            </div>
          )}
          <Begin own={own} document={document} entries={mine} again={before !== undefined} />
        </>
      )}
    </Page>
  );
}
