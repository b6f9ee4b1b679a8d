import { type Answer } from '../api/client';
import { useApi } from '../api/use-api';
import { PlanChanges } from '../desk/plan/plan-changes';
import { useNames } from '../desk/plan/use-names';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Card, Loaded, Section } from '../ui/page';
import { type Plan } from './plan-content';
import { planWords } from './plan-words';

type People = Answer<'/api/assessments/{assessmentId}/plans', 'get'>['people'];
interface News {
  plan: Plan;
  /** The newest first. */
  earlier: readonly Plan[];
  people: People;
}

/** What is new in a plan against the version that one knows, or else against the one before. */
export function PlanNews({ assessmentId, ...news }: News & { assessmentId: string }) {
  const assessment = useApi('/api/assessments/{id}', { params: { id: assessmentId } });
  if (news.earlier.length === 0) return null;
  return <Loaded of={assessment}>{({ document }) => <Against documentId={document.id} {...news} />}</Loaded>;
}

function Against({ plan, earlier, people, documentId }: News & { documentId: string }) {
  const say = useWords(planWords);
  const me = usePerson();
  const { number } = useFormats();
  const names = useNames(documentId, people, []);
  const known = earlier.find(({ acknowledgements }) => acknowledgements.some(({ userId }) => userId === me.id));
  const before = known ?? earlier[0]!;
  const version = number(before.version);
  return (
    <Section title={known ? say.newSinceKnown(version) : say.newSince(version)}>
      <Card>
        <PlanChanges before={before} after={plan} names={names} none={say.nothingNew} />
      </Card>
    </Section>
  );
}
