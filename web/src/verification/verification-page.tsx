import { useState } from 'react';
import { useApi, usePages } from '../api/use-api';
import { DeskFrame } from '../desk/frame';
import { type Assessment } from '../desk/types';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Notice } from '../ui/notice';
import { Loaded } from '../ui/page';
import { Blind } from './blind';
import { Compared } from './compared';
import { RecordVerification } from './record';
import { Signed } from './signed';
import { VerdictFacts } from './verdict-facts';
import { verifierWords } from './words';

/** The verifier's page of an assessment: judging blind where that is owed, what was found, and signing it. */
export function VerificationPage({ id }: { id: string }) {
  const assessment = useApi('/api/assessments/{id}', { params: { id } });
  return <Loaded of={assessment}>{(read) => <Of assessment={read} />}</Loaded>;
}

function Of({ assessment }: { assessment: Assessment }) {
  const say = useWords(verifierWords);
  const me = usePerson();
  const { id, assignments, decidedAt } = assessment;
  const signed = usePages('/api/assessments/{assessmentId}/verifications', { params: { assessmentId: id } });
  // While it is asked again the refusal is forgotten, but not what the verifier is writing.
  const [blind, setBlind] = useState(false);
  if (!blind && signed.error?.code === 'blind_review') setBlind(true);
  if (blind && signed.data) setBlind(false);
  if (blind) return <Blind assessment={assessment} />;
  const verifies = assignments.some(
    ({ person, duty, endedAt }) => duty === 'verifier' && !endedAt && person.id === me.id,
  );
  return (
    <DeskFrame assessment={assessment} here="verification">
      <Loaded of={signed}>
        {(rows) =>
          decidedAt ? (
            <>
              <VerdictFacts assessment={assessment} />
              {verifies && <Compared assessmentId={id} />}
              <Signed assessment={assessment} rows={rows} />
              {verifies && <RecordVerification assessmentId={id} earlier={rows.length} />}
            </>
          ) : (
            <Notice title={say.undecided}>{say.undecidedHelp}</Notice>
          )
        }
      </Loaded>
    </DeskFrame>
  );
}
