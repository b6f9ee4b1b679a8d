import { useState } from 'react';
import { type Answer } from '../../api/client';
import { useApi } from '../../api/use-api';
import { focusHeading } from '../../candidate/focus-heading';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Empty, Loaded } from '../../ui/page';
import { DeskPart } from '../part';
import { type Assessment, type Coverage } from '../types';
import { EarlierPlans } from './earlier-plans';
import { PlanEditor } from './plan-editor';
import { PlanRead } from './plan-read';
import { useNames } from './use-names';
import { planWords } from './words';

/** The plan as it stands, what it was before, and a new version of it. */
export function Planning({ id }: { id: string }) {
  const plans = useApi('/api/assessments/{assessmentId}/plans', {
    params: { assessmentId: id },
    query: { limit: 200 },
  });
  return (
    <DeskPart id={id} here="planning">
      {(assessment, coverage) => (
        <Loaded of={plans}>{(read) => <Plans assessment={assessment} coverage={coverage} plans={read} />}</Loaded>
      )}
    </DeskPart>
  );
}

function Plans({
  assessment,
  coverage,
  plans,
}: {
  assessment: Assessment;
  coverage: Coverage;
  plans: Answer<'/api/assessments/{assessmentId}/plans', 'get'>;
}) {
  const say = useWords(planWords);
  const me = usePerson();
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const { assignments, decidedAt, withdrawnAt, document } = assessment;
  const [latest, ...earlier] = [...plans.items].sort((a, b) => b.version - a.version);
  const names = useNames(document.id, plans.people, coverage.assessors);
  const closed = decidedAt !== null || withdrawnAt !== null;
  const mayPlan =
    !closed && assignments.some(({ person, duty, endedAt }) => person.id === me.id && !endedAt && duty !== 'verifier');
  const edits = mayPlan && (editing || !latest);
  const params = { assessmentId: assessment.id };
  const proposal = useApi('/api/assessments/{assessmentId}/plan/proposal', { params, when: edits });
  const edit = (): void => {
    setEditing(true);
    setSaved(false);
  };
  const close = (done: boolean): void => {
    setEditing(false);
    setSaved(done);
    focusHeading();
  };
  return (
    <>
      <div role="status">{saved && <Notice tone="met" title={say.saved} />}</div>
      {closed && <Notice title={say.closed} />}
      {!latest && <Empty>{edits ? say.none : say.noneYet}</Empty>}
      {latest && !edits && (
        <PlanRead
          plan={latest}
          before={earlier[0]}
          names={names}
          actions={mayPlan && <Button onClick={edit}>{say.edit}</Button>}
        />
      )}
      {edits && (
        <Loaded of={proposal}>
          {(proposed) => (
            <PlanEditor
              coverage={coverage}
              latest={latest}
              proposal={proposed}
              names={names}
              onSaved={() => close(true)}
              onCancel={latest && (() => close(false))}
            />
          )}
        </Loaded>
      )}
      {!edits && earlier.length > 0 && <EarlierPlans plans={earlier} names={names} />}
    </>
  );
}
