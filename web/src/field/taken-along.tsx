import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { ButtonLink } from '../ui/button';
import { Badge, Empty, Section } from '../ui/page';
import css from './field.module.css';
import { entriesOf } from './kept/entries';
import { type Entry } from './kept/entry';
import { type Taken, takenBy } from './kept/taken';
import { useKept } from './use-kept';
import { fieldWords } from './words';

/** The candidates on this device, workplace by workplace. */
export function TakenAlong() {
  const say = useWords(fieldWords);
  const { id } = usePerson();
  const taken = useKept(['taken', id], () => takenBy(id)).data;
  const entries = useKept(['entries', id], () => entriesOf(id)).data ?? [];
  if (!taken) return null;
  const places = [...new Set(taken.map(({ workplace }) => workplace))];
  return (
    <Section title={say.onDevice}>
      {taken.length === 0 && <Empty>{say.onDeviceEmpty}</Empty>}
      {places.map((place) => (
        <div key={place} className={css.group}>
          <h3>{place ?? say.alone}</h3>
          <ul className={css.rows}>
            {taken
              .filter(({ workplace }) => workplace === place)
              .map((one) => (
                <Candidate
                  key={one.assessmentId}
                  taken={one}
                  open={entries.find((entry) => entry.assessmentId === one.assessmentId && entry.state === 'open')}
                />
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Candidate({ taken, open }: { taken: Taken; open: Entry | undefined }) {
  const say = useWords(fieldWords);
  const format = useFormats();
  return (
    <li className={css.row}>
      <div>
        <strong>{taken.candidateName}</strong>
        <div className={css.soft}>{taken.documentName}</div>
        <div className={css.soft}>
          {taken.workplace !== null && <>{say.toWitness(taken.targets.length)} · </>}
          {say.takenAt(format.instant(taken.takenAt))}
        </div>
        {taken.gone && <div className={css.bad}>{say.gone}</div>}
        {open && <Badge tone="wait">{say.observing(format.time(open.startedAt))}</Badge>}
      </div>
      <ButtonLink to={`/field/${taken.assessmentId}`} kind="primary">
        {open ? say.resume : say.observe}
        <span className="unseen">{taken.candidateName}</span>
      </ButtonLink>
    </li>
  );
}
