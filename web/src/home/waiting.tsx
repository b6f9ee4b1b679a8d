import { Link } from 'wouter';
import { type Answer } from '../api/client';
import { useApi } from '../api/use-api';
import { assessorKinds } from '../desk/queue-order';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { useHasRole, useRunsBody } from '../session/session';
import { ButtonLink } from '../ui/button';
import { Empty, Loaded, Section } from '../ui/page';
import css from './home.module.css';
import { homeWords } from './words';

type Reminder = Answer<'/api/me/reminders', 'get'>[number];

/** Where it is done. */
function placeOf({ kind, assessmentId }: Reminder): string | null {
  if (!assessmentId) return null;
  const assessment = `/assessments/${assessmentId}`;
  if (kind === 'plan_unacknowledged') return `${assessment}/acknowledgement`;
  if (kind === 'evidence_undeclared') return `${assessment}/declaration`;
  if (kind === 'sample_unverified' || kind === 'action_open') return `${assessment}/verification`;
  return assessment;
}

/** What waits for the signed-in person, the most urgent first, each a way to where it is done. */
export function Waiting() {
  const say = useWords(homeWords);
  const running = useRunsBody();
  const hasQueue = useHasRole(['assessor']);
  const reminders = useApi('/api/me/reminders', { every: 60_000 });
  const own = reminders.data?.filter(({ kind }) => !hasQueue || !assessorKinds.has(kind));
  if (hasQueue && own?.length === 0) return null;
  return (
    <Section title={say.waiting}>
      <Loaded of={{ ...reminders, data: own }}>
        {(all) =>
          all.length === 0 ? (
            <Empty>
              {say.nothingWaits}
              {running && <ButtonLink to={`/bodies/${running}`}>{say.toBody}</ButtonLink>}
            </Empty>
          ) : (
            <ul className={css.list}>
              {all.map((one) => (
                <li key={`${one.kind} ${one.subjectId}`}>
                  <Row reminder={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Row({ reminder }: { reminder: Reminder }) {
  const say = useWords(homeWords);
  const { day, ago } = useFormats();
  const place = placeOf(reminder);
  return (
    <div className={css.row}>
      {place ? <Link to={place}>{reminder.text}</Link> : <span>{reminder.text}</span>}
      <span className={css.when}>
        {reminder.dueOn ? say.dueIn(ago(`${reminder.dueOn}T23:59:59+08:00`)) : say.since(day(reminder.since))}
      </span>
    </div>
  );
}
