import { useState } from 'react';
import { Link } from 'wouter';
import { type Answer, addressOf } from '../api/client';
import { useApi } from '../api/use-api';
import { Facts, Row } from '../body/table';
import { bodyWords } from '../body/words';
import { focusHeading } from '../candidate/focus-heading';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson, useRunsBody } from '../session/session';
import { ButtonLink, DownloadLink } from '../ui/button';
import { Copy } from '../ui/copy';
import { Actions } from '../ui/form';
import { Notice } from '../ui/notice';
import { Card, Loaded, Page, Section } from '../ui/page';
import { AppealBadge } from './appeal-badge';
import css from './appeals.module.css';
import { DecideAppeal } from './decide-appeal';
import { appealWords } from './words';

type Appeal = Answer<'/api/appeals/{id}', 'get'>;

/** One appeal, for whoever may see it: what it is against, why, and its decision, or the form to decide it. */
export function AppealPage({ id }: { id: string }) {
  const say = useWords(appealWords);
  const runs = useRunsBody();
  const appeal = useApi('/api/appeals/{id}', { params: { id } });
  const read = appeal.data;
  return (
    <Page
      title={say.title}
      over={read && `${read.document.code} ${read.document.name}`}
      actions={runs && <ButtonLink to={`/bodies/${runs}/verification`}>{say.toAppeals}</ButtonLink>}
    >
      <Loaded of={appeal}>{(found) => <Found appeal={found} />}</Loaded>
    </Page>
  );
}

function Found({ appeal }: { appeal: Appeal }) {
  const say = useWords(appealWords);
  const common = useWords(bodyWords);
  const { aside, date, instant } = useFormats();
  const me = usePerson();
  const runs = useRunsBody();
  const [decided, setDecided] = useState(false);
  const { id, state, filedBy, filedAt, grounds, verdict, appealUntil, decision } = appeal;
  return (
    <>
      {decided && <Notice tone="met" title={say.decided} />}
      <Card>
        <div>
          <AppealBadge state={state} />
        </div>
        <Facts
          of={[
            [say.filedBy, filedBy.name],
            [say.filedAt, instant(filedAt)],
            [say.until, date(appealUntil)],
            [say.against, `${common[verdict.outcome]}${aside(verdict.documentNumber)}`],
          ]}
        />
        <h2>{say.grounds}</h2>
        <p className={css.words}>{grounds}</p>
        <Actions>
          <DownloadLink small href={addressOf('/api/appeals/{id}/verdict-document', { id })}>
            {say.verdictDocument}
          </DownloadLink>
          {(runs || filedBy.id === me.id) && <Link to={`/assessments/${appeal.assessmentId}`}>{say.assessment}</Link>}
        </Actions>
      </Card>
      {decision && (
        <Section title={say.decision}>
          <Card>
            <Facts
              of={[
                [say.outcome, decision.outcome === 'upheld' ? say.upheld : say.dismissed],
                [say.decidedBy, decision.decidedBy.name],
                [say.decidedAt, instant(decision.decidedAt)],
                [say.number, decision.documentNumber],
              ]}
            />
            <p className={css.words}>{decision.reasons}</p>
            <Actions>
              <DownloadLink small href={addressOf('/api/appeals/{id}/document', { id })}>
                {say.decisionDocument}
              </DownloadLink>
            </Actions>
          </Card>
        </Section>
      )}
      {state === 'open' && filedBy.id !== me.id && (
        <Section title={say.decide}>
          <p>{say.help}</p>
          {runs && (
            <Row>
              <span>{say.handOver}</span>
              <Copy text={window.location.href}>{say.copyAddress}</Copy>
            </Row>
          )}
          <Card>
            <DecideAppeal
              id={id}
              onDone={() => {
                setDecided(true);
                focusHeading();
              }}
            />
          </Card>
        </Section>
      )}
    </>
  );
}
