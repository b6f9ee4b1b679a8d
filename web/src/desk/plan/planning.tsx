import { useState } from 'react';
import { useApi } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Notice } from '../../ui/notice';
import { Empty, Loaded, Section } from '../../ui/page';
import { DeskPart } from '../part';
import { PlanForm } from './plan-form';
import { PlanRead } from './plan-read';
import { planWords } from './words';

/** The plan as it stands, and a new version of it. */
export function Planning({ id }: { id: string }) {
  const say = useWords(planWords);
  const me = usePerson();
  const [saved, setSaved] = useState(false);
  const params = { assessmentId: id };
  const plans = useApi('/api/assessments/{assessmentId}/plans', { params, query: { limit: 200 } });
  return (
    <DeskPart id={id} here="planning">
      {({ assignments, decidedAt, withdrawnAt, document }, coverage) => {
        const assesses = assignments.some(
          ({ person, duty, endedAt }) => person.id === me.id && !endedAt && duty !== 'verifier',
        );
        const closed = decidedAt !== null || withdrawnAt !== null;
        return (
          <Loaded of={plans}>
            {({ items }) => {
              const latest = [...items].sort((a, b) => b.version - a.version)[0];
              return (
                <>
                  <div role="status">{saved && <Notice tone="met" title={say.saved} />}</div>
                  {latest ? <PlanRead plan={latest} documentId={document.id} /> : <Empty>{say.none}</Empty>}
                  {closed && <Notice title={say.closed} />}
                  {assesses && !closed && (
                    <Section title={say.make}>
                      <p>{say.makeHelp}</p>
                      <PlanForm
                        key={latest?.version ?? 0}
                        assessmentId={coverage.assessmentId}
                        documentId={document.id}
                        onSaved={() => setSaved(true)}
                      />
                    </Section>
                  )}
                </>
              );
            }}
          </Loaded>
        );
      }}
    </DeskPart>
  );
}
