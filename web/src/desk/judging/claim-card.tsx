import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Badge } from '../../ui/page';
import { type EvidenceFile, type Place } from '../../viewer/place';
import { usePlaceText } from '../../viewer/place-text';
import { claimStateLabels, typeLabels } from '../labels';
import { claimTones } from '../tones';
import { type Assessment, type Claim } from '../types';
import { useMethods } from '../use-methods';
import css from './bench.module.css';
import { History } from './history';
import { OwnClaim } from './own-claim';
import { type Step } from './sequence';
import { showBeside } from './show-beside';
import { judgingWords } from './words';

/** A claim: the target it is made to, its state, and, when it is looked at, where it shows and what was said to it. */
export function ClaimCard({
  assessment,
  step,
  claim,
  files,
  current,
  onChoose,
  onPlace,
  onMoved,
  children,
}: {
  assessment: Assessment;
  step: Step;
  claim: Claim | undefined;
  /** Of the item that it is about. */
  files: readonly EvidenceFile[];
  current: boolean;
  onChoose: () => void;
  onPlace: (place: Place) => void;
  onMoved: (claimId: string) => void;
  children: ReactNode;
}) {
  const states = useWords(claimStateLabels);
  const types = useWords(typeLabels);
  const card = useRef<HTMLLIElement>(null);
  const choice = useRef<HTMLButtonElement>(null);
  const { target, claim: standing } = step;
  const state = standing.state === 'accepted' && !standing.counts ? 'not_counting' : standing.state;
  const place = claim?.place;
  useEffect(() => {
    if (!current) return;
    if (card.current) showBeside(card.current);
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
          {claim?.method && <Method assessment={assessment} method={claim.method} />}
          {place && <PlaceButton {...{ place, files, onPlace }} />}
          {children}
          {claim && standing.state !== 'unjudged' && <History claimId={claim.id} />}
          {claim && standing.state === 'unjudged' && (
            <OwnClaim assessmentId={assessment.id} claim={claim} onMoved={onMoved} />
          )}
        </>
      )}
    </li>
  );
}

function Method({ assessment, method }: { assessment: Assessment; method: string }) {
  const say = useWords(judgingWords);
  const name = useMethods(assessment).find(({ key }) => key === method)?.name ?? method;
  return <p className={css.soft}>{say.method(name)}</p>;
}

function PlaceButton({
  place,
  files,
  onPlace,
}: {
  place: Place;
  files: readonly EvidenceFile[];
  onPlace: (place: Place) => void;
}) {
  const say = useWords(judgingWords);
  const textOf = usePlaceText(files);
  return (
    <div>
      <Button small onClick={() => onPlace(place)}>
        {say.showPlace(textOf(place))}
      </Button>
    </div>
  );
}
