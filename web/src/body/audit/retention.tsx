import { useState } from 'react';
import { Link } from 'wouter';
import { type Query } from '../../api/client';
import { type Item, usePages, useSend } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { today, useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/form';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Filters, More, Row, Table } from '../table';
import { useAssessmentNames } from '../use-catalogue';
import { deletionOf, keyOfChosen, mostAtOnce } from './chosen';
import { Hold } from './hold';
import css from './retention.module.css';
import { auditWords } from './words';

const path = '/api/training-bodies/{bodyId}/retention';
type Due = Item<typeof path>;

/** What falls due when, what keeps it, the holds on it, and the way to delete what is due. */
export function Retention({ deletes }: { deletes: boolean }) {
  const say = useWords(auditWords);
  const { number } = useFormats();
  const bodyId = useBodyId();
  const [before, setBefore] = useState('');
  const [said, setSaid] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = (before ? { dueBefore: before } : {}) as Query<typeof path, 'get'>;
  const due = usePages(path, { params: { bodyId }, query });
  const choose = (key: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  return (
    <Section title={say.retention}>
      <p>{say.retentionHelp}</p>
      <Explain what="holds" />
      <Filters>
        <TextField
          name="dueBefore"
          label={say.dueBefore}
          type="date"
          value={before}
          onChange={(e) => setBefore(e.currentTarget.value)}
        />
      </Filters>
      {said && <Notice tone="met" title={said} />}
      <Loaded of={due}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say.noneDue}</Empty>
          ) : (
            <>
              <Table
                label={say.retention}
                columns={[
                  ...(deletes ? [say.choose] : []),
                  say.assessment,
                  say.record,
                  say.dueOn,
                  say.because,
                  say.holds,
                ]}
              >
                {rows.map((one) => (
                  <DueRow
                    key={keyOfChosen(one)}
                    of={one}
                    deletes={deletes}
                    chosen={chosen.has(keyOfChosen(one))}
                    onChoose={choose}
                    onSaid={setSaid}
                  />
                ))}
              </Table>
              <More of={due} />
              {deletes && chosen.size > 0 && (
                <Row>
                  {chosen.size <= mostAtOnce ? (
                    <ButtonLink to={deletionOf(bodyId, chosen)} kind="primary">
                      {say.seeDeletion(number(chosen.size))}
                    </ButtonLink>
                  ) : (
                    <p role="status">{say.tooMany(number(mostAtOnce))}</p>
                  )}
                </Row>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function DueRow({
  of: one,
  deletes,
  chosen,
  onChoose,
  onSaid,
}: {
  of: Due;
  deletes: boolean;
  chosen: boolean;
  onChoose: (key: string, on: boolean) => void;
  onSaid: (said: string) => void;
}) {
  const say = useWords(auditWords);
  const { date } = useFormats();
  const nameOf = useAssessmentNames();
  const release = useSend('post', '/api/holds/{id}/release', { stale: [path] });
  const isDue = one.dueOn !== null && one.dueOn <= today();
  const name = `${nameOf(one.assessmentId)} ${say[one.kind]}`;
  return (
    <tr>
      {deletes && (
        <td>
          {isDue && (
            <input
              className={css.pick}
              type="checkbox"
              aria-label={say.chooseOf(name)}
              checked={chosen}
              onChange={(e) => onChoose(keyOfChosen(one), e.currentTarget.checked)}
            />
          )}
        </td>
      )}
      <th scope="row">
        <Link to={`/assessments/${one.assessmentId}`}>{nameOf(one.assessmentId)}</Link>
      </th>
      <td>{say[one.kind]}</td>
      <td>
        {one.dueOn ? date(one.dueOn) : say.undecided} {isDue && <Badge tone="gap">{say.isDue}</Badge>}
      </td>
      <td>{one.reason}</td>
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
