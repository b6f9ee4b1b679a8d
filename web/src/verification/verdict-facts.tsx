import { Link } from 'wouter';
import { addressOf } from '../api/client';
import { useApi } from '../api/use-api';
import { Facts } from '../body/table';
import { bodyWords } from '../body/words';
import { dutyLabels } from '../desk/labels';
import { type Assessment } from '../desk/types';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { useHasRole } from '../session/session';
import { DownloadLink } from '../ui/button';
import { Actions } from '../ui/form';
import { Card, Loaded } from '../ui/page';
import { verifierWords } from './words';

/** What the verification is about: the verdict that was given, by whom and when. */
export function VerdictFacts({ assessment }: { assessment: Assessment }) {
  const say = useWords(verifierWords);
  const common = useWords(bodyWords);
  const duties = useWords(dutyLabels);
  const { date } = useFormats();
  const runs = useHasRole(['administrator', 'officer'], assessment.bodyId);
  const verdict = useApi('/api/assessments/{assessmentId}/verdict', {
    params: { assessmentId: assessment.id },
  });
  return (
    <Card>
      <Loaded of={verdict}>
        {({ id, outcome, decidedBy, decidedOn, documentNumber }) => (
          <>
            <Facts
              of={[
                [say.outcome, common[outcome]],
                [duties.lead_assessor, decidedBy.name],
                [say.decidedOn, date(decidedOn)],
                [say.number, documentNumber],
              ]}
            />
            <Actions>
              <DownloadLink small href={addressOf('/api/verdicts/{id}/document', { id })}>
                {say.verdictDocument}
              </DownloadLink>
              {runs && <Link to={`/assessments/${assessment.id}/accesses`}>{say.accesses}</Link>}
            </Actions>
            <p>{say.lookAt}</p>
          </>
        )}
      </Loaded>
    </Card>
  );
}
