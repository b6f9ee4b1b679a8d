import { useState } from 'react';
import { type Query } from '../../api/client';
import { usePages } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Filters, More, Row, Table } from '../table';
import { deletionOf, mostAtOnce } from './chosen';
import { DueRow, dueIn, retentionPath } from './due-row';
import { auditWords } from './words';

/** What falls due when, what keeps it, the holds on it, and the way to delete what is due. */
export function Retention({ deletes }: { deletes: boolean }) {
  const say = useWords(auditWords);
  const { labelled, number } = useFormats();
  const bodyId = useBodyId();
  const [before, setBefore] = useState('');
  const [said, setSaid] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = (before ? { dueBefore: before } : {}) as Query<typeof retentionPath, 'get'>;
  const due = usePages(retentionPath, { params: { bodyId }, query });
  const choose = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Section title={say.retention}>
      <p>{say.retentionHelp}</p>
      <ul>
        {(['evidence', 'judgements', 'register'] as const).map((kind) => (
          <li key={kind}>{labelled(say[kind], say[`${kind}What`])}</li>
        ))}
      </ul>
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
        {(rows) => {
          if (rows.length === 0) return <Empty>{say.noneDue}</Empty>;
          const ripe = rows.filter((one) => dueIn(one).length > 0);
          const wanted = ripe.filter(({ assessmentId }) => chosen.has(assessmentId));
          return (
            <>
              {deletes && ripe.length > 1 && (
                <Row>
                  <Button small onClick={() => setChosen(new Set(ripe.map(({ assessmentId }) => assessmentId)))}>
                    {say.chooseAll(number(ripe.length))}
                  </Button>
                </Row>
              )}
              <Table label={say.retention} columns={[say.assessment, say.dueOn, say.because, say.holds]}>
                {rows.map((one) => (
                  <DueRow
                    key={one.assessmentId}
                    of={one}
                    deletes={deletes}
                    chosen={chosen.has(one.assessmentId)}
                    onChoose={choose}
                    onSaid={setSaid}
                  />
                ))}
              </Table>
              <More of={due} />
              {deletes && wanted.length > 0 && <ToDeletion keys={wanted.flatMap(dueIn)} of={wanted.length} />}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

/** The way to what deleting the chosen would take. */
function ToDeletion({ keys, of: count }: { keys: string[]; of: number }) {
  const say = useWords(auditWords);
  const { number } = useFormats();
  const bodyId = useBodyId();
  return (
    <Row>
      {keys.length <= mostAtOnce ? (
        <ButtonLink to={deletionOf(bodyId, keys)} kind="primary">
          {say.seeDeletion(number(count))}
        </ButtonLink>
      ) : (
        <p role="status">{say.tooMany(number(keys.length), number(mostAtOnce))}</p>
      )}
    </Row>
  );
}
