import { useState } from 'react';
import { useAll } from '../api/use-all';
import { type Item, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Button } from '../ui/button';
import { ProblemNotice } from '../ui/notice';
import { Empty, Loaded, Section } from '../ui/page';
import { Attribute } from './attribute';
import css from './desk.module.css';
import { Done, type Said } from './done';
import { afterChange } from './stale';
import { type Coverage } from './types';
import { useAskedPlace } from './use-asked-place';
import { deskWords } from './words';

type Attribution = Item<'/api/assessments/{id}/attributions'>;

/** Knowledge and skills that showed in a criterion (rule S4): said here, and taken back here by who said so. */
export function Attributions({ coverage, mayChange }: { coverage: Coverage; mayChange: boolean }) {
  const say = useWords(deskWords);
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState<Said | null>(null);
  const stated = useAll('/api/assessments/{id}/attributions', { params: { id: coverage.assessmentId } });
  useAskedPlace();
  const open = coverage.targets.filter(({ type, met }) => (type === 'knowledge' || type === 'skill') && !met);
  const finish = (text: string): void => {
    setAdding(false);
    setDone({ text });
  };
  return (
    <Section id="attribute" title={say.attributions}>
      <p>{say.attributionsHelp}</p>
      <Done said={done} />
      <Loaded of={stated}>
        {(all) => {
          const standing = all.filter(({ withdrawnAt }) => !withdrawnAt);
          if (standing.length === 0) return <Empty>{say.attributionsNone}</Empty>;
          return (
            <ul className={css.list}>
              {standing.map((one) => (
                <Stated
                  key={one.id}
                  attribution={one}
                  coverage={coverage}
                  mayChange={mayChange}
                  onDone={() => finish(say.attributionWithdrawn)}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {mayChange && open.length > 0 && !adding && (
        <div>
          <Button onClick={() => setAdding(true)}>{say.attributeAdd}</Button>
        </div>
      )}
      {adding && (
        <Attribute
          coverage={coverage}
          rows={open}
          onDone={() => finish(say.attributeDone)}
          onCancel={() => setAdding(false)}
        />
      )}
    </Section>
  );
}

function Stated({
  attribution,
  coverage,
  mayChange,
  onDone,
}: {
  attribution: Attribution;
  coverage: Coverage;
  mayChange: boolean;
  onDone: () => void;
}) {
  const say = useWords(deskWords);
  const me = usePerson();
  const { day } = useFormats();
  const withdrawing = useSend('post', '/api/assessments/{id}/attributions/{attributionId}/withdrawal', {
    stale: afterChange,
  });
  const { id, targetRef, throughRef, statedBy, statedAt } = attribution;
  const nameOf = (ref: string): string => {
    const target = coverage.targets.find((one) => one.ref === ref);
    return target ? `${target.code} ${target.text}` : ref;
  };
  const withdraw = (): void =>
    void withdrawing
      .mutateAsync({ params: { id: coverage.assessmentId, attributionId: id } })
      .then(onDone, () => undefined);
  return (
    <li className={css.finding}>
      <p>{say.attributedTo(nameOf(targetRef), nameOf(throughRef))}</p>
      <p className={css.soft}>{say.statedBy(statedBy.name, day(statedAt))}</p>
      {withdrawing.error && <ProblemNotice problem={withdrawing.error} />}
      {mayChange && statedBy.id === me.id && (
        <div>
          <Button
            small
            busy={withdrawing.isPending}
            aria-label={say.attributionWithdraw(nameOf(targetRef))}
            onClick={withdraw}
          >
            {say.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}
