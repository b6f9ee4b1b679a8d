import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Answer } from '../../api/client';
import { usePages, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/notice';
import { Badge, Loaded, Progress, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { More, Row, Table } from '../table';
import { bodyWords } from '../words';
import { certificatesWords } from './words';

type Batch = Answer<'/api/certificate-batches/{id}', 'get'>;
const path = '/api/training-bodies/{bodyId}/certificate-batches';

export const goesOn = ({ state }: Pick<Batch, 'state'>): boolean => state === 'waiting' || state === 'running';

/** The body's batches; those under way are followed. */
export function BatchList() {
  const say = useWords(certificatesWords);
  const common = useWords(bodyWords);
  const { instant } = useFormats();
  const queries = useQueryClient();
  const bodyId = useBodyId();
  const batches = usePages(path, { params: { bodyId } });
  const busy = !!batches.data?.some(goesOn);
  const cancel = useSend('post', '/api/certificate-batches/{id}/cancellation', { stale: [path] });
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: [path] }), 1000);
    return () => clearInterval(timer);
  }, [busy, queries]);
  return (
    <Section title={say.batches}>
      {cancel.error && <ProblemNotice problem={cancel.error} />}
      <Loaded of={batches}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{say.noBatches}</p>
          ) : (
            <>
              <Table label={say.batches} columns={[say.orderedAt, common.state, say.progress, '']}>
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to={`/bodies/${bodyId}/certificates/batches/${one.id}`}>{instant(one.orderedAt)}</Link>
                    </th>
                    <td>
                      <Badge tone={one.state === 'done' ? 'met' : goesOn(one) ? 'wait' : undefined}>
                        {say[one.state]}
                      </Badge>
                    </td>
                    <td>
                      <BatchProgress batch={one} />
                    </td>
                    <td>
                      {goesOn(one) && (
                        <Row>
                          <Button
                            small
                            busy={cancel.isPending}
                            onClick={() => cancel.mutate({ params: { id: one.id } })}
                          >
                            {say.cancel}
                          </Button>
                          <span>{say.cancelHelp}</span>
                        </Row>
                      )}
                    </td>
                  </tr>
                ))}
              </Table>
              <More of={batches} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

/** How far a batch has come, said and drawn. */
export function BatchProgress({ batch }: { batch: Batch }) {
  const say = useWords(certificatesWords);
  const { number } = useFormats();
  const { of, issued, refused } = batch.progress;
  return (
    <>
      <p aria-live="polite">{say.progressOf(number(issued), number(of), number(refused))}</p>
      <Progress share={of === 0 ? 1 : (issued + refused) / of} label={say.progress} />
    </>
  );
}
