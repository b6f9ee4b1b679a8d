import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { claimStateLabels } from '../labels';
import css from './bench.module.css';
import { judgingWords } from './words';

/** What was said to a claim, by whom and when. A judgement is corrected by another one; none is ever changed. */
export function History({ claimId }: { claimId: string }) {
  const say = useWords(judgingWords);
  const states = useWords(claimStateLabels);
  const { aside, instant } = useFormats();
  const said = useApi('/api/claims/{id}/judgements', { params: { id: claimId } });
  if (!said.data || said.data.length === 0) return null;
  return (
    <ul className={css.history} aria-label={say.before}>
      {said.data.map(({ id, decision, reason, judgedBy, judgedAt, stands }) => (
        <li key={id}>
          <strong>{states[decision]}</strong> {say.by(judgedBy.name, instant(judgedAt))}
          {!stands && aside(say.superseded)}
          {reason && <div>{reason}</div>}
        </li>
      ))}
    </ul>
  );
}
