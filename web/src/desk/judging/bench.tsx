import { useCallback, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useApi } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { ButtonLink } from '../../ui/button';
import { Empty, Loaded } from '../../ui/page';
import { MarkingPlaces } from '../../viewer/marking';
import { type Place } from '../../viewer/place';
import { partOf } from '../frame';
import { type Assessment, type Coverage } from '../types';
import css from './bench.module.css';
import { Claims } from './claims';
import { ItemPicker } from './item-picker';
import { nextWaiting, sequenceOf, type Step } from './sequence';
import { Viewer } from './viewer';
import { judgingWords } from './words';

/** The evidence on one side, what it is said to show on the other. The address says which claim is looked at. */
export function Bench({ assessment, coverage }: { assessment: Assessment; coverage: Coverage }) {
  const say = useWords(judgingWords);
  const me = usePerson();
  const [search, setSearch] = useSearchParams();
  const [again, setAgain] = useState<Place | null>(null);
  const [said, setSaid] = useState('');
  const viewer = useRef<HTMLDivElement>(null);
  const steps = useMemo(() => sequenceOf(coverage), [coverage]);
  const asked = search.get('claim');
  const step = steps.find(({ claim }) => claim.id === asked);
  const itemId = step?.item.id ?? search.get('item') ?? (nextWaiting(steps, -1)?.item ?? coverage.items[0])?.id ?? '';
  const item = coverage.items.find(({ id }) => id === itemId);
  const own = steps.filter((one) => one.item.id === itemId);
  const current = step ?? own.find(({ claim }) => claim.state === 'unjudged') ?? own[0];
  const evidence = useApi('/api/evidence/{id}', { params: { id: itemId }, when: itemId !== '' });
  const shown = evidence.data?.id === itemId ? evidence.data : undefined;

  const params = { assessmentId: coverage.assessmentId };
  const claims = useApi('/api/assessments/{assessmentId}/claims', {
    params,
    query: { itemId, limit: 200 },
    when: itemId !== '',
  });
  const ofItem = claims.data?.items ?? [];
  // A claim that is looked at shows its place; the same place may be asked for again.
  const place = again ?? ofItem.find(({ id }) => id === current?.claim.id)?.place ?? null;

  const goTo = useCallback(
    (next: Step | undefined): void => {
      if (!next) return;
      setAgain(null);
      setSearch({ item: next.item.id, claim: next.claim.id }, { replace: true });
    },
    [setSearch],
  );
  const goToItem = (id: string): void => {
    setAgain(null);
    setSearch({ item: id }, { replace: true });
  };
  const goToClaim = (claim: string): void => {
    setAgain(null);
    setSearch({ item: itemId, claim }, { replace: true });
  };
  const showAgain = (asked: Place): void => {
    setAgain({ ...asked });
    // On a phone the evidence is above what is said of it.
    viewer.current?.scrollIntoView({ block: 'nearest' });
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
      <MarkingPlaces key={itemId} when={mayJudge}>
        <div className={css.bench}>
          <div ref={viewer} className={css.seen}>
            <Loaded of={{ ...evidence, data: shown }}>
              {(read) => <Viewer evidence={read} place={place} label={current?.target.code ?? ''} />}
            </Loaded>
          </div>
          <Claims
            assessment={assessment}
            coverage={coverage}
            evidence={shown}
            steps={steps}
            own={own}
            claims={ofItem}
            current={current}
            mayJudge={mayJudge}
            onGo={goTo}
            onClaim={goToClaim}
            onPlace={showAgain}
            said={said}
            onSaid={setSaid}
          />
        </div>
      </MarkingPlaces>
    </>
  );
}
