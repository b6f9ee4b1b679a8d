import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Problem } from '../api/client';
import { type Item, usePages } from '../api/use-api';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { useOnline } from '../shell/shell';
import { Button } from '../ui/button';
import { Notice, ProblemNotice } from '../ui/notice';
import { Empty, Loaded, Progress, Section } from '../ui/page';
import css from './field.module.css';
import { type Taken, takeAlong, takenBy, takeWorkplaceAlong } from './kept/taken';
import { askToStay } from './storage';
import { useKept } from './use-kept';
import { fieldWords } from './words';

type Assessment = Item<'/api/assessments'>;

interface Workplace {
  bodyId: string;
  name: string | null;
  assessments: Assessment[];
}

/** Whom there is to take along, workplace by workplace; who has none goes alone. */
export function Workplaces() {
  const say = useWords(fieldWords);
  const online = useOnline();
  const asked = usePages('/api/assessments', { query: { limit: 200 } });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = asked;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const { id } = usePerson();
  const taken = useKept(['taken', id], () => takenBy(id)).data ?? [];
  return (
    <Section title={say.workplaces}>
      {!asked.data && (!online || asked.error?.offline || asked.failureReason?.offline) ? (
        <p className={css.soft}>{say.offlineList}</p>
      ) : (
        <Loaded of={asked}>
          {(assessments) => {
            const places = workplacesOf(assessments);
            if (places.length === 0) return <Empty>{say.noWorkplaces}</Empty>;
            return (
              <ul className={css.rows}>
                {places.map((place) => (
                  <Place
                    key={`${place.bodyId} ${place.name ?? place.assessments[0]!.id}`}
                    place={place}
                    taken={taken}
                  />
                ))}
              </ul>
            );
          }}
        </Loaded>
      )}
    </Section>
  );
}

function Place({ place, taken }: { place: Workplace; taken: readonly Taken[] }) {
  const say = useWords(fieldWords);
  const person = usePerson();
  const [first] = place.assessments;
  const [come, setCome] = useState(0);
  const take = useMutation<number, Problem>({
    mutationFn: async () => {
      setCome(0);
      void askToStay();
      if (place.name !== null) return takeWorkplaceAlong(person, place.bodyId, place.name, setCome);
      await takeAlong(person, first!);
      return 1;
    },
  });
  const isTaken = place.assessments.some(({ id }) => taken.some(({ assessmentId }) => assessmentId === id));
  const name = place.name ?? first!.candidate.name;
  return (
    <li className={css.row}>
      <div>
        <strong>{name}</strong>
        <div className={css.soft}>
          {place.name === null ? `${first!.document.name} · ${say.alone}` : say.people(place.assessments.length)}
        </div>
      </div>
      <Button kind={isTaken ? undefined : 'primary'} busy={take.isPending} onClick={() => take.mutate()}>
        <span aria-hidden="true">{isTaken ? say.takeAgain : say.take}</span>
        <span className="unseen">{isTaken ? say.takeAgainNamed(name) : say.takeNamed(name)}</span>
      </Button>
      <div role="status" className={css.wide}>
        {take.isPending && place.assessments.length > 1 && (
          <>
            <Progress share={come / place.assessments.length} label={say.taking} />
            <p className={css.soft}>{say.takingSome(come, place.assessments.length)}</p>
          </>
        )}
        {take.isSuccess && <Notice tone="met">{say.taken(take.data)}</Notice>}
      </div>
      {take.error && (
        <div className={css.wide}>
          <ProblemNotice problem={take.error} retry={() => take.mutate()} />
          <p>{say.takingFailed}</p>
        </div>
      )}
    </li>
  );
}

function workplacesOf(assessments: readonly Assessment[]): Workplace[] {
  const places = new Map<string, Workplace>();
  for (const assessment of assessments) {
    const { id, bodyId, workplace: name, decidedAt, withdrawnAt } = assessment;
    if (decidedAt || withdrawnAt) continue;
    const key = `${bodyId} ${name ?? id}`;
    const place = places.get(key) ?? { bodyId, name, assessments: [] };
    place.assessments.push(assessment);
    places.set(key, place);
  }
  return [...places.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null));
}
