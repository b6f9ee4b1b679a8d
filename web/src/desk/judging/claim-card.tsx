import { type ReactNode, useEffect, useRef } from 'react';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Badge } from '../../ui/page';
import { claimStateLabels, typeLabels } from '../labels';
import { afterChange } from '../stale';
import { claimTones } from '../tones';
import { type Claim } from '../types';
import css from './bench.module.css';
import { History } from './history';
import { type Place, placeOf } from './place';
import { type Step } from './sequence';
import { clockOf } from './times';
import { judgingWords } from './words';

/** A claim: the target it is made to, its state, and, when it is looked at, where it shows and what was said to it. */
export function ClaimCard({
  step,
  claim,
  current,
  onChoose,
  onPlace,
  children,
}: {
  step: Step;
  claim: Claim | undefined;
  current: boolean;
  onChoose: () => void;
  onPlace: (place: Place) => void;
  children: ReactNode;
}) {
  const say = useWords(judgingWords);
  const states = useWords(claimStateLabels);
  const types = useWords(typeLabels);
  const card = useRef<HTMLLIElement>(null);
  const choice = useRef<HTMLButtonElement>(null);
  const { target, claim: standing } = step;
  const state = standing.state === 'accepted' && !standing.counts ? 'not_counting' : standing.state;
  const place = placeOf(claim);
  useEffect(() => {
    if (!current) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    // The button that judged is gone with the claim that was judged: the focus goes on to the next.
    if (document.activeElement === document.body) choice.current?.focus({ preventScroll: true });
  }, [current]);
  return (
    <li ref={card} className={classes(css.claim, current && css.current)}>
      <h3>
        <button
          ref={choice}
          type="button"
          className={css.choose}
          aria-current={current || undefined}
          onClick={onChoose}
        >
          <span className={css.code}>
            {types[target.type]} {target.code}
          </span>
          <Badge tone={claimTones[state]}>{states[state]}</Badge>
        </button>
      </h3>
      <p>{target.text}</p>
      {current && (
        <>
          {claim?.method && <p className={css.soft}>{say.method(claim.method)}</p>}
          {place && <PlaceButton place={place} onPlace={onPlace} />}
          {children}
          {claim && standing.state !== 'unjudged' && <History claimId={claim.id} />}
          {claim && standing.state === 'unjudged' && <WithdrawOwn claim={claim} />}
        </>
      )}
    </li>
  );
}

function PlaceButton({ place, onPlace }: { place: Place; onPlace: (place: Place) => void }) {
  const say = useWords(judgingWords);
  const { page, from, to, note } = place;
  const parts = [
    page !== undefined && say.placePage(String(page)),
    from !== undefined && say.placeTime(clockOf(from), to === undefined ? '' : clockOf(to)),
    note,
  ].filter(Boolean);
  return (
    <div>
      <Button small onClick={() => onPlace(place)}>
        {say.showPlace(parts.join('，'))}
      </Button>
    </div>
  );
}

/** What an assessor added by mistake they take back while nobody has judged it. */
function WithdrawOwn({ claim }: { claim: Claim }) {
  const say = useWords(judgingWords);
  const me = usePerson();
  const withdrawing = useSend('post', '/api/claims/{id}/withdrawal', { stale: afterChange });
  if (claim.proposedBy !== me.id) return null;
  return (
    <p className={css.soft}>
      {say.proposedByMe}{' '}
      <Button small busy={withdrawing.isPending} onClick={() => withdrawing.mutate({ params: { id: claim.id } })}>
        {say.withdrawClaim}
      </Button>
    </p>
  );
}
