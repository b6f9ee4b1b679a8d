import { Link } from 'wouter';
import { type Item, useSend } from '../../api/use-api';
import { today, useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/notice';
import { Badge } from '../../ui/page';
import { Row } from '../table';
import { bodyWords } from '../words';
import { keyOfChosen } from './chosen';
import { Hold } from './hold';
import css from './retention.module.css';
import { auditWords } from './words';

export const retentionPath = '/api/training-bodies/{bodyId}/retention';
type Due = Item<typeof retentionPath>;

const isDue = ({ dueOn }: Due['records'][number]): boolean => dueOn !== null && dueOn <= today();

/** Of an assessment what may be deleted now. */
export const dueIn = ({ assessmentId, records }: Due): string[] =>
  records.filter(isDue).map(({ kind }) => keyOfChosen({ assessmentId, kind }));

/** One assessment: when which of its records fall due, why then, and what keeps them. */
export function DueRow({
  of: one,
  deletes,
  chosen,
  onChoose,
  onSaid,
}: {
  of: Due;
  deletes: boolean;
  chosen: boolean;
  onChoose: (assessmentId: string, on: boolean) => void;
  onSaid: (said: string) => void;
}) {
  const say = useWords(auditWords);
  const common = useWords(bodyWords);
  const { date, list, number } = useFormats();
  const release = useSend('post', '/api/holds/{id}/release', { stale: [retentionPath] });
  const name = `${one.candidateName} ${one.documentCode}`;
  const days = [...new Set(one.records.map(({ dueOn }) => dueOn))];
  return (
    <tr>
      <th scope="row">
        <div className={css.name}>
          {deletes && one.records.some(isDue) && (
            <input
              className={css.pick}
              type="checkbox"
              aria-label={say.chooseOf(name)}
              checked={chosen}
              onChange={(e) => onChoose(one.assessmentId, e.currentTarget.checked)}
            />
          )}
          <span>
            <Link to={`/assessments/${one.assessmentId}`}>{name}</Link>
            {one.attempt > 1 && <> {common.attempt(number(one.attempt))}</>}
          </span>
        </div>
      </th>
      <td>
        {days.map((day) => {
          const records = one.records.filter(({ dueOn }) => dueOn === day);
          return (
            <p key={day}>
              {day ? date(day) : say.undecided} {list(records.map(({ kind }) => say[kind]))}{' '}
              {records.some(isDue) && <Badge tone="gap">{say.isDue}</Badge>}
            </p>
          );
        })}
      </td>
      <td>
        {[...new Set(one.records.map(({ reason }) => reason))].map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </td>
      <td>
        {release.error && <ProblemNotice problem={release.error} />}
        {one.holds.map((hold) => (
          <Row key={hold.id}>
            <Badge tone="wait">{hold.reason}</Badge>
            <Button
              small
              aria-label={say.releaseOf(hold.reason)}
              busy={release.isPending}
              onClick={() => release.mutate({ params: { id: hold.id } }, { onSuccess: () => onSaid(say.released) })}
            >
              {say.release}
            </Button>
          </Row>
        ))}
        <Hold assessmentId={one.assessmentId} of={name} onDone={() => onSaid(say.held)} />
      </td>
    </tr>
  );
}
