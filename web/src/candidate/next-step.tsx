import { useApi } from '../api/use-api';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { ButtonLink } from '../ui/button';
import { useUnsent } from '../uploads/use-begun';
import css from './candidate.module.css';
import { isLive } from './four-rules';
import { type Coverage } from './types';
import { candidateWords } from './words';

const records: readonly string[] = ['observation', 'questioning', 'demonstration', 'third_party_report'];

/** What was handed in and may still be used: everything but what others wrote down. */
export const handedIn = ({ items }: Coverage): Coverage['items'] =>
  items.filter(({ state, form }) => state !== 'withdrawn' && !records.includes(form));

/** What was handed in and nothing says the use of. */
export function unmappedOf(coverage: Coverage): Coverage['items'] {
  const mapped = new Set(coverage.cells.filter(({ claims }) => claims.some(isLive)).map(({ item }) => item));
  return handedIn(coverage).filter(({ id }) => !mapped.has(id));
}

/** The one thing that comes first now. */
export function NextStep({ assessmentId, coverage }: { assessmentId: string; coverage: Coverage }) {
  const say = useWords(candidateWords);
  const me = usePerson();
  const params = { assessmentId };
  const plans = useApi('/api/assessments/{assessmentId}/plans', { params, query: { limit: 1 } });
  const requests = useApi('/api/assessments/{assessmentId}/requests', { params, query: { limit: 200 } });
  const unsent = useUnsent(assessmentId);
  if (!plans.data || !requests.data) return null;
  const at = `/assessments/${assessmentId}`;
  const [plan] = plans.data.items;
  const asked = requests.data.items.filter(({ state }) => state === 'open' || state === 'overdue').length;
  const undeclared = coverage.items.filter(({ state, faults }) => state === 'held' && faults.includes('undeclared'));
  const unmapped = unmappedOf(coverage);
  const steps = [
    unsent.files > 0
      ? {
          text: say.unsent(unsent.files),
          to: unsent.itemId ? `${at}/evidence/${unsent.itemId}` : `${at}/hand-in`,
          act: say.sendOn,
        }
      : null,
    plan && !plan.acknowledgements.some(({ userId }) => userId === me.id)
      ? { text: say.planWaits, to: `${at}/acknowledgement`, act: say.readPlan }
      : null,
    unmapped[0]
      ? { text: say.unmapped(unmapped.length), to: `${at}/evidence/${unmapped[0].id}`, act: say.mapNow }
      : null,
    undeclared.length > 0
      ? { text: say.undeclared(undeclared.length), to: `${at}/declaration`, act: say.declare }
      : null,
    asked > 0 ? { text: say.requestsWait(asked), to: `${at}#requests`, act: say.seeRequests } : null,
    coverage.items.length === 0
      ? { text: say.firstEvidence, more: say.firstEvidenceHelp, to: `${at}/hand-in`, act: say.handIn }
      : null,
    coverage.targets.some(({ required, state }) => required && (state === 'gap' || state === 'more_needed'))
      ? {
          text: say.moreEvidence(
            coverage.targets.filter(({ required, state }) => required && (state === 'gap' || state === 'more_needed'))
              .length,
          ),
          to: `${at}/hand-in`,
          act: say.handIn,
        }
      : null,
  ];
  const [first] = steps.filter((one) => one !== null);
  return (
    <section className={css.next} aria-labelledby="next-step">
      <h2 id="next-step">{say.next}</h2>
      <p>{first?.text ?? say.waitAssessor}</p>
      {first && 'more' in first && <p className={css.soft}>{first.more}</p>}
      {first &&
        (first.to.includes('#') ? (
          <a href="#requests">{first.act}</a>
        ) : (
          <ButtonLink to={first.to} kind="primary">
            {first.act}
          </ButtonLink>
        ))}
    </section>
  );
}
