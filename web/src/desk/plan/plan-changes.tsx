import { useWords } from '../../i18n/words';
import { changesBetween, type Names } from './changes';
import { type PlanContent } from './edited';
import { planWords } from './words';

/** What is new in a plan against the one before. */
export function PlanChanges({
  before,
  after,
  names,
  none,
}: {
  before: PlanContent;
  after: PlanContent;
  names: Names;
  none: string;
}) {
  const say = useWords(planWords);
  const changes = changesBetween(before, after, say, names);
  if (changes.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
