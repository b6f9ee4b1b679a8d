import { useState } from 'react';
import { useParams, Link } from 'wouter';
import { type Answer } from '../../api/client';
import { addressOf } from '../../api/client';
import { useApi, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button, ButtonLink, DownloadLink } from '../../ui/button';
import { Actions } from '../../ui/form';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Badge, Card, Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Facts, Row } from '../table';
import { bodyWords } from '../words';
import { Reissue } from './reissue';
import { Revoke } from './revoke';
import { stateTones } from './states';
import { certificatesWords } from './words';

type Certificate = Answer<'/api/certificates/{id}', 'get'>;

/** One certificate, and what may be done about it. */
export function CertificatePage() {
  const say = useWords(certificatesWords);
  const [reissued, setReissued] = useState('');
  const { certificateId } = useParams<{ certificateId: string }>();
  const certificate = useApi('/api/certificates/{id}', { params: { id: certificateId ?? '' } });
  const here = certificate.data?.id === certificateId ? certificate.data : undefined;
  return (
    <BodyPage title={here?.number ?? say.title}>
      <Loaded of={{ ...certificate, data: here }}>
        {(one) => (
          <>
            {reissued && reissued === one.supersededBy?.number && (
              <Notice tone="met" title={say.reissued(reissued)}>
                <div>
                  <ButtonLink small to={`/bodies/${one.bodyId}/certificates/${one.supersededBy.id}`}>
                    {say.seeNew}
                  </ButtonLink>
                </div>
              </Notice>
            )}
            <Shown certificate={one} />
            {one.state === 'issued' && (
              <>
                <Reissue id={one.id} onReissued={setReissued} />
                <Revoke id={one.id} />
              </>
            )}
          </>
        )}
      </Loaded>
    </BodyPage>
  );
}

function Shown({ certificate: one }: { certificate: Certificate }) {
  const say = useWords(certificatesWords);
  const common = useWords(bodyWords);
  const { date, day, labelled } = useFormats();
  const home = `/bodies/${useBodyId()}/certificates`;
  const email = useSend('post', '/api/certificates/{id}/email');
  return (
    <Card>
      <Row>
        <Badge tone={stateTones[one.state]}>{say[one.state]}</Badge>
        {one.underAppeal && <Badge tone="wait">{say.underAppeal}</Badge>}
      </Row>
      {one.revocation && (
        <Notice tone="gap" title={labelled(say.revokedFor, say[one.revocation.reason])}>
          <p>{one.revocation.note}</p>
          <p>
            {one.revocation.revokedBy.name} {day(one.revocation.revokedAt)}
          </p>
        </Notice>
      )}
      <Facts
        of={[
          [say.holder, one.holder.name],
          [common.unit, `${one.unit.code} ${one.unit.name}`],
          [common.cohort, one.cohort ?? common.none],
          [say.issuedOn, one.issuedOn ? date(one.issuedOn) : say.issuing],
          [say.issuedBy, one.issuedBy.name],
          ...(one.replaces
            ? [[say.replaces, <Link to={`${home}/${one.replaces.id}`}>{one.replaces.number}</Link>] as const]
            : []),
          ...(one.supersededBy
            ? [[say.replacedBy, <Link to={`${home}/${one.supersededBy.id}`}>{one.supersededBy.number}</Link>] as const]
            : []),
        ]}
      />
      {email.error && <ProblemNotice problem={email.error} />}
      {email.isSuccess && <Notice tone="met" title={say.emailed} />}
      <Actions>
        {one.document && (
          <DownloadLink kind="primary" download href={addressOf('/api/certificates/{id}/document', { id: one.id })}>
            {say.download}
          </DownloadLink>
        )}
        {one.verificationUrl && <a href={one.verificationUrl}>{say.verify}</a>}
        <Link to={`/assessments/${one.assessmentId}`}>{say.assessment}</Link>
        {one.state === 'issued' && (
          <Button busy={email.isPending} onClick={() => email.mutate({ params: { id: one.id } })}>
            {say.email}
          </Button>
        )}
      </Actions>
    </Card>
  );
}
