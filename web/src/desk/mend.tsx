import { useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import css from './desk.module.css';
import { Done, type Said } from './done';
import { isAskable, isForBody, type Mendable, mendPlace } from './mend-places';
import { RequestForm } from './request-form';
import { type Coverage, type Finding } from './types';
import { deskWords } from './words';

/** The way to where a finding is mended, and the means to have the candidate do it. */
export function Mend({ coverage, finding, mayAsk }: { coverage: Coverage; finding: Finding; mayAsk: boolean }) {
  const say = useWords(deskWords);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Said | null>(null);
  const mayBeAsked = mayAsk && isAskable(finding) && finding.targets.length > 0 && !finding.waiver;
  return (
    <>
      <div className={css.row}>
        <MendLink assessmentId={coverage.assessmentId} of={finding} />
        {isForBody(finding) && <span className={css.soft}>{say.mendBody}</span>}
        {mayBeAsked && !asking && (
          <Button small aria-label={`${say.ask}：${finding.mendText}`} onClick={() => setAsking(true)}>
            {say.ask}
          </Button>
        )}
      </div>
      <Done said={done} />
      {asking && (
        <RequestForm
          assessmentId={coverage.assessmentId}
          targetRefs={finding.targets.slice(0, 100)}
          text={finding.mendText}
          onDone={() => {
            setAsking(false);
            setDone({ text: say.askDone });
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** The way to the page on which something is mended; nothing where there is none. */
export function MendLink({ assessmentId, of }: { assessmentId: string; of: Mendable }) {
  const say = useWords(deskWords);
  const place = mendPlace(of, assessmentId);
  if (!place) return null;
  const labels = {
    ...{ judge: say.mendJudge, look: say.mendLook, observe: say.mendObserve, plan: say.mendPlan },
    ...{ target: say.mendTarget, attribute: say.mendAttribute, declare: say.mendDeclare },
  };
  return (
    <Link to={place.to} onClick={() => document.getElementById(place.where)?.focus()}>
      {labels[place.where]}
    </Link>
  );
}
