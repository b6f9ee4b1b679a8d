import { Link } from 'wouter';
import { useAll } from '../api/use-all';
import { useApi } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { Card, Section } from '../ui/page';
import css from './candidate.module.css';
import { reassessmentWords } from './reassessment-words';
import { type Assessment, type Coverage, type Row } from './types';

interface Shown {
  assessment: Assessment;
  coverage: Coverage;
}

/** What comes after a result that was not competent: from when, what can come along, and what has to be shown. */
export function Reassessment({ assessment, coverage }: Shown) {
  const { id: assessmentId, decidedAt } = assessment;
  const verdict = useApi('/api/assessments/{assessmentId}/verdict', { params: { assessmentId }, when: !!decidedAt });
  const verdictId = verdict.data?.id ?? '';
  const standing = useApi('/api/verdicts/{verdictId}/standing', { params: { verdictId }, when: verdictId !== '' });
  const appeal = standing.data?.appeal?.state;
  if (decidedAt && (!verdict.data || !standing.data)) return null;
  if (verdict.data?.outcome === 'competent' && appeal !== 'upheld') return null;
  return <Ahead {...{ assessment, coverage, appeal }} />;
}

function Ahead({ assessment, coverage, appeal }: Shown & { appeal?: string }) {
  const say = useWords(reassessmentWords);
  const { number } = useFormats();
  const { candidate, document } = assessment;
  const query = { candidateId: candidate.id, documentId: document.id, limit: 50 };
  const next = useApi('/api/assessments', { query }).data?.items.find((one) => one.previousId === assessment.id);
  const accepted = new Set(
    coverage.cells.filter(({ claims }) => claims.some(({ state }) => state === 'accepted')).map(({ target }) => target),
  );
  const carries = coverage.targets.filter(({ ref }) => accepted.has(ref));
  const shows = coverage.targets.filter(({ required, met }) => required && !met);
  return (
    <Section title={assessment.decidedAt ? say.title : say.again}>
      <Card>
        {next ? (
          <>
            <p>{say.started(next.attempt)}</p>
            <div>
              <ButtonLink kind="primary" to={`/assessments/${next.id}`}>
                {say.goTo}
              </ButtonLink>
            </div>
          </>
        ) : (
          <p>{appeal === 'open' ? say.afterAppeal : assessment.decidedAt ? say.when : say.whenLeft}</p>
        )}
        {appeal === 'upheld' && <p>{say.upheld}</p>}
        {shows.length > 0 && <Targets title={say.shows(number(shows.length))} help={say.showsHelp} rows={shows} />}
        {carries.length > 0 && (
          <Targets title={say.carries(number(carries.length))} help={say.carriesHelp} rows={carries} />
        )}
      </Card>
    </Section>
  );
}

function Targets({ title, help, rows }: { title: string; help: string; rows: readonly Row[] }) {
  return (
    <details className={css.more}>
      <summary>{title}</summary>
      <p>{help}</p>
      <ul className={css.plain}>
        {rows.map(({ ref, code, text }) => (
          <li key={ref}>
            {code} {text}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** In an attempt that follows another: what came along from there, and the way back to its result. */
export function AttemptBefore({ assessment }: { assessment: Assessment }) {
  const say = useWords(reassessmentWords);
  const { number } = useFormats();
  const { id: assessmentId, attempt, previousId, enrolledAt } = assessment;
  const evidence = useAll('/api/assessments/{assessmentId}/evidence', {
    params: { assessmentId },
    when: previousId !== null,
  });
  if (!previousId || !evidence.data) return null;
  // What comes along keeps the day on which it was received.
  const carried = evidence.data.filter(({ receivedAt }) => receivedAt < enrolledAt).length;
  return (
    <Notice title={say.follows(attempt)}>
      <p>{carried > 0 ? say.carried(number(carried)) : say.nothingCarried}</p>
      <p>
        <Link to={`/assessments/${previousId}`}>{say.before}</Link>
      </p>
    </Notice>
  );
}
