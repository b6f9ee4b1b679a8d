import { Link } from 'wouter';
import { useAll } from '../../api/use-all';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { recordsOf } from './paths';
import css from './records.module.css';
import { type Around, type ListedSitting } from './types';
import { recordWords } from './words';

/** Occasions that several assessors watched at once. */
export function Sittings({ around: { assessment } }: { around: Around }) {
  const say = useWords(recordWords);
  const sittings = useAll('/api/assessments/{assessmentId}/sittings', { params: { assessmentId: assessment.id } });
  return (
    <Section title={say.sittings}>
      <Loaded of={sittings}>
        {(all) => (
          <>
            {all.length === 0 && <Empty>{say.sittingsNone}</Empty>}
            <ul className={css.rows}>
              {all.map((sitting) => (
                <Row key={sitting.id} assessmentId={assessment.id} sitting={sitting} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Row({ assessmentId, sitting }: { assessmentId: string; sitting: ListedSitting }) {
  const say = useWords(recordWords);
  const { instant } = useFormats();
  const { id, place, startedAt, observers, concluded } = sitting;
  const standing = observers.filter(({ withdrawnAt }) => !withdrawnAt);
  const names = standing.map(({ observer }) => observer.name).join(say.comma);
  return (
    <li className={css.row}>
      <div>
        <h3>
          <Link to={recordsOf(assessmentId, `sittings/${id}`)}>{place}</Link>
        </h3>
        <p className={css.soft}>{instant(startedAt)}</p>
        <p className={css.soft}>
          {names ? say.observedBy(names, standing.filter(({ signedAt }) => signedAt).length) : say.nobodyYet}
        </p>
      </div>
      <Badge tone={concluded ? 'met' : 'wait'}>{concluded ? say.concluded : say.unconcluded}</Badge>
    </li>
  );
}
