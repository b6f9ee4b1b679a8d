import { lazy, Suspense, useEffect } from 'react';
import { addressOf } from '../../api/client';
import { useApi } from '../../api/use-api';
import { focusHeading } from '../../candidate/focus-heading';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { DownloadLink } from '../../ui/button';
import { Facts } from '../../ui/facts';
import { Badge, Card, Loaded, Section } from '../../ui/page';
import { Notice } from '../../ui/notice';
import { type Assessment } from '../types';
import { Notify } from './notify';
import css from './verdict.module.css';
import { verdictWords } from './words';

const PdfView = lazy(() => import('../../viewer/pdf-view').then(({ PdfView: view }) => ({ default: view })));

/** A verdict that was given, and what has followed: notification, receipt, appeal. */
export function Decided({ assessment, isNew }: { assessment: Assessment; isNew: boolean }) {
  const say = useWords(verdictWords);
  const { instant } = useFormats();
  const verdict = useApi('/api/assessments/{assessmentId}/verdict', { params: { assessmentId: assessment.id } });
  useEffect(() => {
    if (isNew) focusHeading();
  }, [isNew]);
  return (
    <Section title={say.decided}>
      <div role="status">{isNew && <Notice tone="met" title={say.signed} />}</div>
      <Loaded of={verdict}>
        {({ id, outcome, documentNumber, decidedBy, decidedAt, reasons, feedback, nextStep, verificationUrl }) => (
          <>
            <Card>
              <p className={css.outcome}>
                <Badge tone={outcome === 'competent' ? 'met' : 'gap'}>
                  {outcome === 'competent' ? say.competent : say.notYet}
                </Badge>
              </p>
              <Facts
                rows={[
                  [say.number, documentNumber],
                  [say.decidedBy, decidedBy.name],
                  [say.decidedAt, instant(decidedAt)],
                  [say.reasons, reasons],
                  [say.feedback, feedback],
                  [say.nextStep, nextStep],
                  [say.verify, <a href={verificationUrl}>{verificationUrl}</a>],
                ]}
              />
              <div>
                <DownloadLink href={addressOf('/api/verdicts/{id}/document', { id })} kind="primary">
                  {say.pdf}
                </DownloadLink>
              </div>
            </Card>
            <Notify verdictId={id} />
            <Section title={say.document}>
              <Suspense>
                <PdfView
                  address={addressOf('/api/verdicts/{id}/document', { id })}
                  file={{ id, name: documentNumber }}
                />
              </Suspense>
            </Section>
          </>
        )}
      </Loaded>
    </Section>
  );
}
