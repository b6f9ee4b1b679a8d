import { Link, useParams } from 'wouter';
import { useApi, usePages } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Badge, Card, Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { More, Table } from '../table';
import { BatchProgress, goesOn } from './batch-list';
import { certificatesWords } from './words';

/** What became of each assessment of one batch. */
export function BatchPage() {
  const say = useWords(certificatesWords);
  const { instant } = useFormats();
  const home = `/bodies/${useBodyId()}/certificates`;
  const { batchId = '' } = useParams<{ batchId: string }>();
  const batch = useApi('/api/certificate-batches/{id}', { params: { id: batchId }, every: 2000 });
  const live = batch.data && goesOn(batch.data) ? 2000 : false;
  const items = usePages('/api/certificate-batches/{id}/items', { params: { id: batchId }, every: live });
  return (
    <BodyPage
      title={batch.data ? say.batchOf(instant(batch.data.orderedAt)) : say.batchTitle}
      actions={<ButtonLink to={home}>{say.toRegister}</ButtonLink>}
    >
      <Loaded of={batch}>
        {(one) => (
          <Card>
            <BatchProgress batch={one} />
          </Card>
        )}
      </Loaded>
      <Loaded of={items}>
        {(rows) => (
          <>
            <Table dense label={say.batches} columns={[say.holder, say.result, say.number, say.why]}>
              {rows.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={`/assessments/${one.assessmentId}`}>{one.candidate.name}</Link>
                  </th>
                  <td>
                    <Badge tone={one.certificate ? 'met' : one.refusal ? 'gap' : 'wait'}>
                      {one.certificate ? say.issued : one.refusal ? say.refused : say.notYet}
                    </Badge>
                  </td>
                  <td>
                    {one.certificate && <Link to={`${home}/${one.certificate.id}`}>{one.certificate.number}</Link>}
                  </td>
                  <td>
                    {one.refusal?.map(({ code, text }) => (
                      <p key={code}>{text}</p>
                    ))}
                  </td>
                </tr>
              ))}
            </Table>
            <More of={items} />
          </>
        )}
      </Loaded>
    </BodyPage>
  );
}
