import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { useApi, usePages } from '../api/use-api';
import { useNextStep } from '../candidate/use-next-step';
import { verdictWords } from '../candidate/verdict-words';
import { candidateWords } from '../candidate/words';
import { useFormats } from '../i18n/formats';
import { assessmentWords } from '../assessments/words';
import { useHasRole, usePerson } from '../session/session';
import { Button } from '../ui/button';
import { Badge, Empty, Loaded, Progress, Section } from '../ui/page';
import { uiWords } from '../ui/words';
import css from './home.module.css';
import { homeWords } from './words';

/** What the signed-in person is assessed on. */
export function MyAssessments() {
  const say = useWords(homeWords);
  const words = useWords(assessmentWords);
  const { more } = useWords(uiWords);
  const me = usePerson();
  const isCandidate = useHasRole(['candidate']);
  const mine = usePages('/api/assessments', { query: { candidateId: me.id, limit: 50 } });
  if (!isCandidate && !mine.data?.length) return null;
  return (
    <Section title={say.mine}>
      <Loaded of={mine}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{say.noneYet}</Empty>
          ) : (
            <ul className={css.list}>
              {all.map((one) => (
                <li key={one.id} className={css.row}>
                  <Link to={`/assessments/${one.id}`}>{one.document.name}</Link>
                  <span className={css.when}>
                    {one.document.code} · {words[one.pathway]} · {words.attempt(one.attempt)}{' '}
                  </span>
                  {one.decidedAt ? (
                    <Outcome assessmentId={one.id} />
                  ) : (
                    <Badge tone={one.withdrawnAt ? undefined : 'wait'}>{one.withdrawnAt ? say.left : say.open}</Badge>
                  )}
                  {!one.decidedAt && !one.withdrawnAt && <Standing assessmentId={one.id} />}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {mine.hasNextPage && (
        <div>
          <Button onClick={() => void mine.fetchNextPage()} busy={mine.isFetchingNextPage}>
            {more}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Outcome({ assessmentId }: { assessmentId: string }) {
  const say = useWords(homeWords);
  const words = useWords(verdictWords);
  const { data } = useApi('/api/assessments/{assessmentId}/verdict', { params: { assessmentId } });
  if (!data) return <Badge>{say.decided}</Badge>;
  return <Badge tone={data.outcome === 'competent' ? 'met' : 'gap'}>{words[data.outcome]}</Badge>;
}

/** How far it is and what comes next, once that is known. */
function Standing({ assessmentId }: { assessmentId: string }) {
  const say = useWords(homeWords);
  const words = useWords(candidateWords);
  const { number } = useFormats();
  const coverage = useApi('/api/assessments/{id}/coverage', { params: { id: assessmentId } });
  const step = useNextStep(assessmentId, coverage.data);
  if (!coverage.data || !step) return null;
  const { met = 0, of = 0 } = coverage.data.totals.required;
  const progress = words.metOf(number(met), number(of));
  return (
    <div className={css.standing}>
      <span>{progress}</span>
      <Progress share={of ? met / of : 0} label={progress} />
      <span>{say.next(step.text)}</span>
    </div>
  );
}
