import { useState } from 'react';
import { Link } from 'wouter';
import { newId } from '../../api/new-id';
import { useApi, useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form } from '../../ui/form';
import { Badge, Card, Loaded, Section } from '../../ui/page';
import { HolderFields, holderIn } from '../certificates/holder';
import { useBodyId } from '../frame';
import { Row } from '../table';
import { bodyWords } from '../words';
import { type Enrolled } from './enrolled';
import { administrationWords } from './administration-words';

const registerPath = '/api/training-bodies/{bodyId}/certificates';

/** The outcome, and the certificate that comes of it or may. */
export function Certify({ of: { id, candidate, document } }: { of: Enrolled }) {
  const say = useWords(administrationWords);
  const common = useWords(bodyWords);
  const bodyId = useBodyId();
  const verdict = useApi('/api/assessments/{assessmentId}/verdict', { params: { assessmentId: id } });
  const register = useApi(registerPath, {
    params: { bodyId },
    query: { limit: 200, documentId: document.id, search: candidate.name },
  });
  return (
    <Loaded of={verdict}>
      {({ outcome }) => (
        <Loaded of={register}>
          {({ items }) => {
            const own = items.filter((one) => one.assessmentId === id);
            return (
              <Section title={say.certificate}>
                <Card>
                  <Row>
                    <Badge tone={outcome === 'competent' ? 'met' : 'wait'}>{common[outcome]}</Badge>
                    {own.map((one) => (
                      <Link key={one.id} to={`/bodies/${bodyId}/certificates/${one.id}`}>
                        {say.certificateOf(one.number, say[one.state])}
                      </Link>
                    ))}
                  </Row>
                  {outcome !== 'competent' && <p>{say.notCompetent}</p>}
                  {outcome === 'competent' && own.every(({ state }) => state === 'revoked') && <Issue id={id} />}
                </Card>
              </Section>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Issue({ id }: { id: string }) {
  const say = useWords(administrationWords);
  const [own] = useState(newId);
  const issue = useSend('post', '/api/assessments/{assessmentId}/certificate', { stale: [registerPath] });
  return (
    <Form
      problem={issue.error}
      onSend={(data) => issue.mutate({ params: { assessmentId: id }, body: { id: own, ...holderIn(data) } })}
    >
      <p>{say.certifyHelp}</p>
      <HolderFields />
      <Actions>
        <Button type="submit" kind="primary" busy={issue.isPending}>
          {say.certify}
        </Button>
      </Actions>
    </Form>
  );
}
