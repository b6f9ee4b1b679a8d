import { useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import css from './desk.module.css';
import { Done, type Said } from './done';
import { isAskable, isForBody, mendPlace } from './mend-places';
import { RequestForm } from './request-form';
import { type Coverage, type Finding } from './types';
import { deskWords } from './words';

/** The way to where a finding is mended, and the means to have the candidate do it. */
export function Mend({ coverage, finding, mayAsk }: { coverage: Coverage; finding: Finding; mayAsk: boolean }) {
  const say = useWords(deskWords);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Said | null>(null);
  const place = mendPlace(finding, coverage.assessmentId);
  const mayBeAsked = mayAsk && isAskable(finding) && finding.targets.length > 0 && !finding.waiver;
  const labels = {
    ...{ judge: say.mendJudge, look: say.mendLook, observe: say.mendObserve, plan: say.mendPlan },
    ...{ target: say.mendTarget, attribute: say.mendAttribute, declare: say.mendDeclare },
  };
  if (!place && !isForBody(finding)) return null;
  return (
    <>
      <div className={css.row}>
        {place && (
          <Link to={place.to} onClick={() => document.getElementById(place.where)?.focus()}>
            {labels[place.where]}
          </Link>
        )}
        {!place && <span className={css.soft}>{say.mendBody}</span>}
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
