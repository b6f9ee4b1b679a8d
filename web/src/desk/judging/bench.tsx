import { useCallback, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useApi } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { ButtonLink } from '../../ui/button';
import { Empty, Loaded } from '../../ui/page';
import { partOf } from '../frame';
import { type Assessment, type Coverage } from '../types';
import css from './bench.module.css';
import { Claims } from './claims';
import { ItemPicker } from './item-picker';
import { type Look, type Place } from './place';
import { nextWaiting, sequenceOf, type Step } from './sequence';
import { Viewer } from './viewer';
import { judgingWords } from './words';

/** The evidence on one side, what it is said to show on the other. The address says which claim is looked at. */
export function Bench({ assessment, coverage }: { assessment: Assessment; coverage: Coverage }) {
  const say = useWords(judgingWords);
  const me = usePerson();
  const [search, setSearch] = useSearchParams();
  const [place, setPlace] = useState<Place | null>(null);
  const [said, setSaid] = useState('');
  /** What the viewer shows now, for a claim that is added to be marked there. */
  const seen = useRef<Place>({});
  const look = useMemo<Look>(() => ({ at: (one) => void (seen.current = one), now: () => seen.current }), []);
  const steps = useMemo(() => sequenceOf(coverage), [coverage]);
  const asked = search.get('claim');
  const step = steps.find(({ claim }) => claim.id === asked);
  const itemId = step?.item.id ?? search.get('item') ?? (nextWaiting(steps, -1)?.item ?? coverage.items[0])?.id ?? '';
  const item = coverage.items.find(({ id }) => id === itemId);
  const own = steps.filter((one) => one.item.id === itemId);
  const current = step ?? own.find(({ claim }) => claim.state === 'unjudged') ?? own[0];
  const evidence = useApi('/api/evidence/{id}', { params: { id: itemId }, when: itemId !== '' });
  const shown = evidence.data?.id === itemId ? evidence.data : undefined;

  const goTo = useCallback(
    (next: Step | undefined): void => {
      if (!next) return;
      setPlace(null);
      setSearch({ item: next.item.id, claim: next.claim.id }, { replace: true });
    },
    [setSearch],
  );
  const goToItem = (id: string): void => {
    setPlace(null);
    setSearch({ item: id }, { replace: true });
  };
  if (!item) return <Empty>{say.none}</Empty>;
  const mayJudge =
    !assessment.decidedAt &&
    !assessment.withdrawnAt &&
    coverage.assessors.some(({ userId }) => userId === me.id) &&
    item.state !== 'withdrawn';
  const finished = coverage.totals.claims.unjudged === 0 && steps.length > 0;
  return (
    <>
      {finished && (
        <div className={css.finished}>
          <span>{say.allDone}</span>
          <ButtonLink to={partOf(coverage.assessmentId, 'decision')}>{say.toDecision}</ButtonLink>
        </div>
      )}
      <ItemPicker coverage={coverage} steps={steps} itemId={itemId} onPick={goToItem} />
      <div className={css.bench}>
        <Loaded of={{ ...evidence, data: shown }}>
          {(read) => <Viewer key={read.id} evidence={read} place={place} look={look} />}
        </Loaded>
        <Claims
          coverage={coverage}
          evidence={shown}
          steps={steps}
          own={own}
          current={current}
          mayJudge={mayJudge}
          look={look}
          onGo={goTo}
          onPlace={(next) => setPlace({ ...next })}
          said={said}
          onSaid={setSaid}
        />
      </div>
    </>
  );
}
