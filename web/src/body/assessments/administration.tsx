import { useParams } from 'wouter';
import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Actions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Card, Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Facts } from '../table';
import { bodyWords } from '../words';
import { administrationWords } from './administration-words';
import { Certify } from './certify';
import { Duties } from './duties';
import { type Enrolled } from './enrolled';
import { Labels } from './labels';
import { Leave } from './leave';

/** One assessment as the body runs it: who it is about, who is assigned, and its end without a verdict. */
export function Administration() {
  const say = useWords(administrationWords);
  const common = useWords(bodyWords);
  const { assessmentId = '' } = useParams<{ assessmentId: string }>();
  const assessment = useApi('/api/assessments/{id}', { params: { id: assessmentId } });
  return (
    <BodyPage
      title={assessment.data?.candidate.name ?? common.assessments}
      actions={
        <ButtonLink to={`/assessments/${assessmentId}`} kind="primary">
          {say.toDesk}
        </ButtonLink>
      }
    >
      <Loaded of={assessment}>
        {(one) => {
          const open = !one.decidedAt && !one.withdrawnAt;
          return (
            <>
              <About of={one} />
              {one.decidedAt && <Certify of={one} />}
              {open && <Labels of={one} />}
              <Duties of={one} open={open} />
              {open && <Leave id={one.id} />}
            </>
          );
        }}
      </Loaded>
    </BodyPage>
  );
}

function About({ of: one }: { of: Enrolled }) {
  const say = useWords(administrationWords);
  const common = useWords(bodyWords);
  const { day, labelled, number } = useFormats();
  const bodyId = useBodyId();
  const ended = one.decidedAt ?? one.withdrawnAt;
  return (
    <Card>
      {ended && (
        <Notice title={one.decidedAt ? say.decided : say.withdrawn}>
          {one.withdrawalReason && <p>{labelled(say.leftFor, one.withdrawalReason)}</p>}
          <p>{say.closed}</p>
        </Notice>
      )}
      <Facts
        of={[
          [common.unit, `${one.document.code} ${one.document.name}`],
          [say.pathway, `${common[one.pathway]} · ${common.attempt(number(one.attempt))}`],
          [common.cohort, one.cohort ?? common.none],
          [say.workplace, one.workplace ?? common.none],
          [say.enrolledAt, day(one.enrolledAt)],
          ...(ended ? [[one.decidedAt ? say.decidedAt : say.withdrawnAt, day(ended)] as const] : []),
        ]}
      />
      <Actions>
        <ButtonLink small to={`/bodies/${bodyId}/people/${one.candidate.id}`}>
          {say.toPerson}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
