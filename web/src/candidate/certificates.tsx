import { addressOf, type Answer } from '../api/client';
import { usePages } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button, DownloadLink } from '../ui/button';
import { Actions } from '../ui/form';
import { Help } from '../ui/help';
import { Badge, Card, Empty, Loaded, Page } from '../ui/page';
import { uiWords } from '../ui/words';
import css from './candidate.module.css';
import { certificateWords } from './certificate-words';
import { ShareLink } from './share-link';

type Certificate = Answer<'/api/me/certificates', 'get'>['items'][number];

/** The certificates of the signed-in person, to keep, show and have checked. */
export function Certificates() {
  const say = useWords(certificateWords);
  const { more } = useWords(uiWords);
  const certificates = usePages('/api/me/certificates');
  return (
    <Page title={say.title}>
      <Loaded of={certificates}>
        {(all) =>
          all.length === 0 ? <Empty>{say.none}</Empty> : all.map((one) => <One key={one.id} certificate={one} />)
        }
      </Loaded>
      {certificates.hasNextPage && (
        <div>
          <Button onClick={() => void certificates.fetchNextPage()} busy={certificates.isFetchingNextPage}>
            {more}
          </Button>
        </div>
      )}
    </Page>
  );
}

function One({ certificate }: { certificate: Certificate }) {
  const say = useWords(certificateWords);
  const { date } = useFormats();
  const { id, unit, state, document, issuedOn, verificationUrl, revocation } = certificate;
  const tone = { issued: 'met', issuing: 'wait', superseded: undefined, revoked: 'gap' } as const;
  return (
    <Card>
      <div className={css.outcome}>
        <h2>{unit.name}</h2>
        <Badge tone={tone[state]}>{say[state]}</Badge>
      </div>
      <p className={css.soft}>
        {unit.code} · {say.number(certificate.number)}
        {issuedOn && ` · ${say.on(date(issuedOn))}`}
      </p>
      {certificate.underAppeal && <p>{say.underAppeal}</p>}
      {revocation && <p>{say.revokedFor(revocation.note)}</p>}
      {certificate.supersededBy && <p>{say.supersededBy(certificate.supersededBy.number)}</p>}
      {state === 'issuing' && <p>{say.beingMade}</p>}
      {document && (
        <Actions>
          {verificationUrl && state === 'issued' && <ShareLink title={unit.name} address={verificationUrl} />}
          <DownloadLink href={addressOf('/api/certificates/{id}/document', { id })} download>
            {say.pdf}
          </DownloadLink>
          <DownloadLink href={addressOf('/api/certificates/{id}/credential', { id })} download>
            {say.credential}
          </DownloadLink>
          {verificationUrl && <a href={verificationUrl}>{say.verify}</a>}
        </Actions>
      )}
      {document && (
        <>
          <p className={css.soft}>{say.help}</p>
          <Help title={say.badgeTitle}>
            <p>{say.badge}</p>
          </Help>
        </>
      )}
    </Card>
  );
}
