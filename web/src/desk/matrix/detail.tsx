import { Link } from 'wouter';
import { useWords } from '../../i18n/words';
import { Badge } from '../../ui/page';
import { partOf } from '../frame';
import { claimStateLabels, classLabels, formLabels, targetStateLabels, typeLabels } from '../labels';
import { claimTones, targetTones } from '../tones';
import { type Cell, type Column, type Row } from '../types';
import css from './matrix.module.css';
import { matrixWords } from './words';

/** What stands at the place that is looked at, in full. */
export function Detail({
  assessmentId,
  row,
  column,
  cell,
}: {
  assessmentId: string;
  row: Row | undefined;
  column: Column | undefined;
  cell: Cell | undefined;
}) {
  const say = useWords(matrixWords);
  const states = useWords(targetStateLabels);
  const claimed = useWords(claimStateLabels);
  const types = useWords(typeLabels);
  const forms = useWords(formLabels);
  const ranks = useWords(classLabels);
  if (!row && !column) return null;
  const standing = { ready: say.stateReady, held: say.stateHeld, withdrawn: say.stateWithdrawn };
  return (
    <div className={css.detail}>
      {row && (
        <div>
          <p className={css.detailHead}>
            <strong>
              {types[row.type]} {row.code}
            </strong>
            <Badge tone={targetTones[row.state]}>{states[row.state]}</Badge>
            {row.required && <span className={css.soft}>{say.required}</span>}
          </p>
          <p>{row.text}</p>
          {row.closes.length > 0 && (
            <ul className={css.closes} aria-label={say.closes}>
              {row.closes.map(({ mend, text }) => (
                <li key={mend + text}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {column && (
        <div>
          <p className={css.detailHead}>
            <strong>{say.evidence(String(column.number))}</strong>
            {row && <Badge tone={cell && claimTones[cell.state]}>{cell ? claimed[cell.state] : say.noClaim}</Badge>}
            <span className={css.soft}>
              {forms[column.form]} · {ranks[column.class]} · {standing[column.state]}
            </span>
          </p>
          <p>
            <Link
              to={`${partOf(assessmentId, 'judging')}?item=${column.id}${cell ? `&claim=${cell.claims[0]?.id}` : ''}`}
            >
              {column.title}
            </Link>
          </p>
        </div>
      )}
    </div>
  );
}
