import { Link } from 'wouter';
import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Button, ButtonLink } from '../../ui/button';
import { Facts } from '../../ui/facts';
import { Badge, Empty, Loaded } from '../../ui/page';
import { Conclude } from './conclude';
import { stateOf } from './listed';
import { newRecord, recordsOf } from './paths';
import css from './records.module.css';
import { SideBySide } from './side-by-side';
import { stateTones } from './tones';
import { type Around, type Sitting } from './types';
import { recordWords } from './words';

/** One occasion: who watched, what each saw, and what they make of it together. */
export function SittingPage({ around, id }: { around: Around; id: string }) {
  const sitting = useApi('/api/sittings/{id}', { params: { id } });
  return <Loaded of={sitting}>{(read) => <OneSitting around={around} sitting={read} />}</Loaded>;
}

function OneSitting({ around, sitting }: { around: Around; sitting: Sitting }) {
  const say = useWords(recordWords);
  const { instant } = useFormats();
  const { place, startedAt, endedAt, note, openedBy, concluded, conclusion, targets } = sitting;
  const mayConclude = around.leads && !concluded && targets.length > 0;
  return (
    <article className={css.kept}>
      <p className={css.back}>
        <Link to={recordsOf(around.assessment.id)}>{say.all}</Link>
      </p>
      <div className={css.keptHead}>
        <h2>{place}</h2>
        <Badge tone={concluded ? 'met' : 'wait'}>{concluded ? say.concluded : say.unconcluded}</Badge>
      </div>
      <Facts
        rows={[
          [say.when, endedAt ? `${instant(startedAt)} – ${instant(endedAt)}` : instant(startedAt)],
          [say.openedBy, openedBy.name],
          [say.sittingNote, note],
        ]}
      />
      <Observers around={around} sitting={sitting} />
      {mayConclude ? (
        <Conclude key={sitting.recordsSha256} around={around} sitting={sitting} />
      ) : (
        <>
          {targets.length > 0 && <SideBySide coverage={around.coverage} sitting={sitting} />}
          {!concluded && <p className={css.soft}>{targets.length > 0 ? say.leadConcludes : say.signedFirst}</p>}
        </>
      )}
      {conclusion && (
        <p className={css.signature}>
          {say.concludedBy(conclusion.concludedBy.name, instant(conclusion.concludedAt))}
          <span className={css.hash}>SHA-256 {conclusion.contentSha256}</span>
        </p>
      )}
      <div className={css.buttons}>
        <Button onClick={() => window.print()}>{say.print}</Button>
      </div>
    </article>
  );
}

function Observers({ around: { assessment, mayRecord }, sitting }: { around: Around; sitting: Sitting }) {
  const say = useWords(recordWords);
  const me = usePerson();
  const { id, observers, concluded } = sitting;
  const mine = observers.some(({ observer, withdrawnAt }) => observer.id === me.id && !withdrawnAt);
  return (
    <section className={css.stack}>
      <h3>{say.observers}</h3>
      {observers.length === 0 && <Empty>{say.observersNone}</Empty>}
      <ul className={css.rows}>
        {observers.map((one) => {
          const state = stateOf(one);
          return (
            <li key={one.observationId} className={css.row}>
              <Link to={recordsOf(assessment.id, `observations/${one.observationId}`)}>
                {one.observer.name}・{one.number}. {one.title}
              </Link>
              <Badge tone={stateTones[state]}>{say[state]}</Badge>
            </li>
          );
        })}
      </ul>
      {mayRecord && !mine && !concluded && (
        <div className={css.buttons}>
          <ButtonLink to={newRecord(assessment.id, 'observation', { sitting: id })} kind="primary">
            {say.join}
          </ButtonLink>
          <ButtonLink to={newRecord(assessment.id, 'demonstration', { sitting: id })}>
            {say.joinDemonstration}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
