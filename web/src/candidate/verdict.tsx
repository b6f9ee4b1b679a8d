import { addressOf } from '../api/client';
import { useApi, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button, DownloadLink } from '../ui/button';
import { Actions } from '../ui/form';
import { Notice, ProblemNotice } from '../ui/notice';
import { Badge, Card, Loaded, Section } from '../ui/page';
import { AppealPart } from './appeal';
import css from './candidate.module.css';
import { focusHeading } from './focus-heading';
import { type Verdict } from './types';
import { verdictWords } from './verdict-words';

/** The verdict in plain words, its document, the receipt for it and the appeal against it. */
export function VerdictSection({ assessmentId }: { assessmentId: string }) {
  const say = useWords(verdictWords);
  const verdict = useApi('/api/assessments/{assessmentId}/verdict', { params: { assessmentId } });
  return (
    <Section title={say.title}>
      <Loaded of={verdict}>{(one) => <Given verdict={one} />}</Loaded>
    </Section>
  );
}

function Given({ verdict }: { verdict: Verdict }) {
  const say = useWords(verdictWords);
  const { date } = useFormats();
  const isCompetent = verdict.outcome === 'competent';
  const standing = useApi('/api/verdicts/{verdictId}/standing', { params: { verdictId: verdict.id } });
  return (
    <Card>
      <div className={css.outcome}>
        <Badge tone={isCompetent ? 'met' : 'gap'}>{say[verdict.outcome]}</Badge>
        <span className={css.soft}>{say.by(verdict.decidedBy.name, date(verdict.decidedOn))}</span>
      </div>
      <p>{isCompetent ? say.competentMeans : say.notYetMeans}</p>
      {standing.data?.standing === 'superseded' && <Notice tone="wait" title={say.superseded} />}
      <Said title={say.reasons} text={verdict.reasons} />
      {verdict.gaps.length > 0 && (
        <div>
          <h3>{say.gaps}</h3>
          <ul>
            {verdict.gaps.map(({ targetRef, text }) => (
              <li key={`${targetRef} ${text}`}>
                {targetRef} {text}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Said title={say.feedback} text={verdict.feedback} />
      <Said title={say.nextStep} text={verdict.nextStep} />
      <Actions>
        <DownloadLink href={addressOf('/api/verdicts/{id}/document', { id: verdict.id })} download>
          {say.document}
        </DownloadLink>
        <a href={verdict.verificationUrl}>{say.verify}</a>
      </Actions>
      <p className={css.soft}>
        {say.number(verdict.documentNumber)}
        <br />
        {verdict.notifiedOn ? say.notified(date(verdict.notifiedOn)) : say.notNotified}
      </p>
      {verdict.notifiedOn && <Receipt verdict={verdict} />}
      {verdict.notifiedOn && <AppealPart verdict={verdict} />}
    </Card>
  );
}

function Said({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <div>
      <h3>{title}</h3>
      <p className={css.words}>{text}</p>
    </div>
  );
}

function Receipt({ verdict }: { verdict: Verdict }) {
  const say = useWords(verdictWords);
  const { instant } = useFormats();
  const standing = useApi('/api/verdicts/{verdictId}/standing', { params: { verdictId: verdict.id } });
  const receive = useSend('post', '/api/verdicts/{verdictId}/receipt', {
    stale: ['/api/verdicts/{verdictId}/standing', '/api/me/reminders'],
  });
  const receipt = standing.data?.receipt;
  if (!standing.data) return null;
  return (
    <div className={css.part}>
      <h3>{say.receipt}</h3>
      {receipt ? (
        <Notice tone="met" title={say.received(instant(receipt.receivedAt))}>
          <p>{receipt.statement}</p>
        </Notice>
      ) : (
        <>
          <p>{say.receiptMeans}</p>
          {receive.error && <ProblemNotice problem={receive.error} />}
          <Actions>
            <Button
              kind="primary"
              busy={receive.isPending}
              onClick={() =>
                receive.mutate(
                  { params: { verdictId: verdict.id }, body: { documentSha256: verdict.current.sha256 } },
                  { onSuccess: focusHeading },
                )
              }
            >
              {say.receive}
            </Button>
          </Actions>
        </>
      )}
    </div>
  );
}
