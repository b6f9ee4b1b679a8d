import { useState } from 'react';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Notice } from '../../ui/notice';
import { Findings } from '../findings';
import { DeskPart } from '../part';
import { Decided } from './decided';
import { Decide } from './decide';
import { verdictWords } from './words';

/** The verdict: given here while there is none, read here after. */
export function Decision({ id }: { id: string }) {
  const say = useWords(verdictWords);
  const me = usePerson();
  const [signed, setSigned] = useState(false);
  return (
    <DeskPart id={id} here="decision">
      {(assessment, coverage) => {
        if (assessment.decidedAt) return <Decided assessment={assessment} isNew={signed} />;
        const leads = assessment.assignments.some(
          ({ person, duty, endedAt }) => person.id === me.id && duty === 'lead_assessor' && !endedAt,
        );
        if (leads && !assessment.withdrawnAt) {
          return <Decide assessment={assessment} coverage={coverage} onSigned={() => setSigned(true)} />;
        }
        return (
          <>
            <Notice title={say.onlyLead} />
            <Findings coverage={coverage} mayWaive={false} mayAsk={false} />
          </>
        );
      }}
    </DeskPart>
  );
}
