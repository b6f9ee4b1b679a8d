import { useApi } from '../api/use-api';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { useUnsent } from '../uploads/use-begun';
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

export interface Step {
  text: string;
  more?: string;
  /** Where it is done and what leads there; neither where one waits for others. */
  to?: string;
  act?: string;
}

/** The one thing that comes first now; null until that is known. */
export function useNextStep(assessmentId: string, coverage: Coverage | undefined): Step | null {
  const say = useWords(candidateWords);
  const me = usePerson();
  const params = { assessmentId };
  const plans = useApi('/api/assessments/{assessmentId}/plans', { params, query: { limit: 1 } });
  const requests = useApi('/api/assessments/{assessmentId}/requests', { params, query: { limit: 200 } });
  const unsent = useUnsent(assessmentId);
  if (!coverage || !plans.data || !requests.data) return null;
  const at = `/assessments/${assessmentId}`;
  const [plan] = plans.data.items;
  const asked = requests.data.items.filter(({ state }) => state === 'open' || state === 'overdue').length;
  const undeclared = coverage.items.filter(({ state, faults }) => state === 'held' && faults.includes('undeclared'));
  const unmapped = unmappedOf(coverage);
  const undated = handedIn(coverage).filter(({ faults }) => faults.includes('date_unknown'));
  const lacking = coverage.targets.filter(
    ({ required, state }) => required && (state === 'gap' || state === 'more_needed'),
  );
  const steps: (Step | null)[] = [
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
    undated[0] ? { text: say.undated(undated.length), to: `${at}/evidence/${undated[0].id}`, act: say.dateNow } : null,
    undeclared.length > 0
      ? { text: say.undeclared(undeclared.length), to: `${at}/declaration`, act: say.declare }
      : null,
    asked > 0 ? { text: say.requestsWait(asked), to: `${at}#requests`, act: say.seeRequests } : null,
    coverage.items.length === 0
      ? { text: say.firstEvidence, more: say.firstEvidenceHelp, to: `${at}/hand-in`, act: say.handIn }
      : null,
    lacking.length > 0 ? { text: say.moreEvidence(lacking.length), to: `${at}/hand-in`, act: say.handIn } : null,
  ];
  return steps.find((one) => one !== null) ?? { text: say.waitAssessor };
}
