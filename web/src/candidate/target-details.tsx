import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { ButtonLink } from '../ui/button';
import { type Tone } from '../ui/notice';
import { Badge } from '../ui/page';
import css from './candidate.module.css';
import { fourRules, isLive, type RuleState } from './four-rules';
import { useMendText } from './mend';
import { SelfRating } from './self-rating';
import { type CellClaim, type Coverage, type Judgement, type Row } from './types';
import { candidateWords } from './words';

const toneOf: Record<Row['state'], Tone | undefined> = {
  met: 'met',
  gap: 'gap',
  more_needed: 'gap',
  insufficient: 'gap',
  disputed: 'wait',
  in_progress: 'wait',
};

interface Shown {
  assessmentId: string;
  coverage: Coverage;
  row: Row;
  isOpen: boolean;
  judgementOf: (claimId: string) => Judgement | undefined;
}

/** One target: its state, and inside how its evidence stands by the four rules and what would close the gap. */
export function TargetDetails({ assessmentId, coverage, row, isOpen, judgementOf }: Shown) {
  const say = useWords(candidateWords);
  const cells = coverage.cells.filter(({ target }) => target === row.ref);
  const claims = cells.flatMap((cell) => cell.claims);
  const mendText = useMendText(coverage);
  const state = row.state === 'gap' && claims.some(isLive) ? 'noneCounts' : row.state;
  const isCalm = row.state === 'gap' && !row.required;
  return (
    <details className={css.target}>
      <summary>
        <span className={css.code}>{row.code}</span>
        <span className={css.text}>
          {row.text} {!row.required && <span className={css.soft}>({say.optional})</span>}
        </span>
        <Badge tone={isCalm ? undefined : toneOf[row.state]}>{say[state]}</Badge>
      </summary>
      <div className={css.inside}>
        <h4>{say.fourRules}</h4>
        <ul className={css.rules}>
          {fourRules(claims, row.met, judgementOf).map((state) => (
            <li key={state.rule}>
              <Rule {...state} />
            </li>
          ))}
        </ul>
        {claims.some(isLive) && (
          <>
            <h4>{say.yourEvidence}</h4>
            <ul className={css.plain}>
              {cells.map(({ item, claims: own }) => (
                <li key={item}>
                  <Piece {...{ assessmentId, coverage, item, judgementOf }} claims={own.filter(isLive)} />
                </li>
              ))}
            </ul>
          </>
        )}
        {row.closes.length > 0 && (
          <>
            <h4>{say.steps}</h4>
            <ul className={css.steps}>
              {row.closes.map(({ mend, text, items }) => (
                <li key={mend}>{mendText(mend, items, text)}</li>
              ))}
            </ul>
          </>
        )}
        {isOpen && <SelfRating assessmentId={assessmentId} targetRef={row.ref} />}
        {isOpen && !row.met && (
          <div>
            <ButtonLink small to={`/assessments/${assessmentId}/hand-in?target=${encodeURIComponent(row.ref)}`}>
              {say.handInFor}
            </ButtonLink>
          </div>
        )}
      </div>
    </details>
  );
}

function Rule({ rule, state, why }: RuleState) {
  const say = useWords(candidateWords);
  const word = { met: say.ruleMet, gap: say.ruleGap, wait: say.ruleWait, none: say.ruleNone }[state];
  return (
    <>
      <div className={css.rule}>
        <strong>{say[rule]}</strong>
        <Badge tone={state === 'none' ? undefined : state}>{word}</Badge>
      </div>
      {why.length === 0 && <div className={css.soft}>{say[`${rule}Asks`]}</div>}
      {why.map((one) => (
        <div key={one} className={css.soft}>
          {say[`why_${one}`]}
        </div>
      ))}
    </>
  );
}

function Piece({
  assessmentId,
  coverage,
  item,
  claims,
  judgementOf,
}: Pick<Shown, 'assessmentId' | 'coverage' | 'judgementOf'> & { item: string; claims: readonly CellClaim[] }) {
  const say = useWords(candidateWords);
  const column = coverage.items.find(({ id }) => id === item);
  const said = claims.flatMap(({ id }) => judgementOf(id) ?? []).filter(({ reason }) => reason);
  if (!column || claims.length === 0) return null;
  const { state } = claims[0]!;
  return (
    <>
      <Link to={`/assessments/${assessmentId}/evidence/${item}`}>
        {column.number}. {column.title}
      </Link>{' '}
      <span className={css.soft}>{say[state]}</span>
      {said.map(({ id, reason, judgedBy }) => (
        <p key={id} className={css.said}>
          {say.assessorSays(judgedBy.name, reason!)}
        </p>
      ))}
    </>
  );
}
