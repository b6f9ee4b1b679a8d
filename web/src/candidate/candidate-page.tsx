import { useApi } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { Loaded, Page } from '../ui/page';
import { About } from './about';
import { Leaving } from './leaving';
import { Missing } from './missing';
import { MyEvidence } from './my-evidence';
import { NextStep } from './next-step';
import { Remarks } from './remarks';
import { Requests } from './requests';
import { AttemptBefore, Reassessment } from './reassessment';
import { type Assessment } from './types';
import { VerdictSection } from './verdict';
import { candidateWords } from './words';

/** An assessment as its candidate sees it: what to do now, what is missing and why, and what came of it. */
export function CandidatePage({ assessment }: { assessment: Assessment }) {
  const say = useWords(candidateWords);
  const { day } = useFormats();
  const { id } = assessment;
  const coverage = useApi('/api/assessments/{id}/coverage', { params: { id } });
  const isOpen = !assessment.decidedAt && !assessment.withdrawnAt;
  return (
    <Page
      title={assessment.document.name}
      over={assessment.document.code}
      actions={isOpen && <ButtonLink to={`/assessments/${id}/hand-in`}>{say.handIn}</ButtonLink>}
    >
      {assessment.withdrawnAt && <Notice title={say.left(day(assessment.withdrawnAt))} />}
      {assessment.decidedAt && <VerdictSection assessmentId={id} />}
      {isOpen && <AttemptBefore assessment={assessment} />}
      <Loaded of={coverage}>
        {(data) => (
          <>
            {!isOpen && <Reassessment assessment={assessment} coverage={data} />}
            {isOpen && <NextStep assessmentId={id} coverage={data} />}
            {isOpen && <Requests assessmentId={id} coverage={data} />}
            <Missing assessmentId={id} coverage={data} isOpen={isOpen} />
            {isOpen && <Remarks assessmentId={id} coverage={data} />}
            <MyEvidence assessmentId={id} coverage={data} />
          </>
        )}
      </Loaded>
      <About assessment={assessment} />
      {isOpen && <Leaving assessmentId={id} />}
    </Page>
  );
}
