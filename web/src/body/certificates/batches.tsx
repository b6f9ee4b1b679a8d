import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button, ButtonLink } from '../../ui/button';
import { Actions } from '../../ui/form';
import { ProblemNotice } from '../../ui/notice';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { asked, ChooseGroup, everybody, type Group } from '../choose-group';
import { BodyPage, useBodyId } from '../frame';
import { newId } from '../../api/new-id';
import { Table } from '../table';
import { useAll } from '../../api/use-all';
import { bodyWords } from '../words';
import { BatchList } from './batch-list';
import { certificatesWords } from './words';

const mostInBatch = 1000;

/** Many certificates at once: who qualifies and why others do not, the order, and what becomes of it. */
export function Batches() {
  const say = useWords(certificatesWords);
  const bodyId = useBodyId();
  const [group, setGroup] = useState(everybody);
  return (
    <BodyPage
      title={say.batchTitle}
      actions={<ButtonLink to={`/bodies/${bodyId}/certificates`}>{say.toRegister}</ButtonLink>}
    >
      <ChooseGroup of={group} onChoose={setGroup} />
      {group.documentId || group.cohort ? (
        <Preview key={group.documentId + group.cohort} group={group} />
      ) : (
        <p>{say.choose}</p>
      )}
      <BatchList />
    </BodyPage>
  );
}

function Preview({ group }: { group: Group }) {
  const say = useWords(certificatesWords);
  const common = useWords(bodyWords);
  const { number } = useFormats();
  const bodyId = useBodyId();
  const [own, setOwn] = useState(newId);
  const preview = useAll('/api/training-bodies/{bodyId}/certificate-batches/preview', {
    params: { bodyId },
    query: asked(group),
  });
  const order = useSend('post', '/api/training-bodies/{bodyId}/certificate-batches', {
    stale: [
      '/api/training-bodies/{bodyId}/certificate-batches',
      '/api/training-bodies/{bodyId}/certificate-batches/preview',
    ],
  });
  const send = (assessmentIds: string[]): void =>
    // Only who was shown: somebody may come to qualify while this is looked at.
    order.mutate({ params: { bodyId }, body: { id: own, assessmentIds } }, { onSuccess: () => setOwn(newId()) });
  return (
    <Loaded of={preview}>
      {(rows) => {
        const yes = rows.filter(({ qualifies }) => qualifies);
        if (rows.length === 0) return <Empty>{say.previewEmpty}</Empty>;
        return (
          <Section title={say.previewCount(number(yes.length), number(rows.length - yes.length))}>
            {order.error && <ProblemNotice problem={order.error} />}
            {yes.length === 0 ? (
              <p>{say.nobody}</p>
            ) : (
              <>
                <p>{say.orderHelp}</p>
                {yes.length > mostInBatch && <p>{say.tooMany(number(mostInBatch))}</p>}
                <Actions>
                  <Button
                    kind="primary"
                    busy={order.isPending}
                    onClick={() => send(yes.slice(0, mostInBatch).map(({ assessmentId }) => assessmentId))}
                  >
                    {say.order(number(Math.min(mostInBatch, yes.length)))}
                  </Button>
                </Actions>
              </>
            )}
            <Table dense label={say.batchTitle} columns={[say.holder, common.unit, common.cohort, say.result, say.why]}>
              {rows.map((one) => (
                <tr key={one.assessmentId}>
                  <th scope="row">{one.candidate.name}</th>
                  <td>
                    {one.document.code} {one.document.name}
                  </td>
                  <td>{one.cohort}</td>
                  <td>
                    <Badge tone={one.qualifies ? 'met' : 'wait'}>
                      {one.qualifies ? say.qualifies : say.qualifiesNot}
                    </Badge>
                  </td>
                  <td>
                    {one.reasons.map(({ text }) => (
                      <p key={text}>{text}</p>
                    ))}
                  </td>
                </tr>
              ))}
            </Table>
          </Section>
        );
      }}
    </Loaded>
  );
}
