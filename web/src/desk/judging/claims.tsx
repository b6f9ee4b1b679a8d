import { useMemo, useState } from 'react';
import { useSend } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/notice';
import { Empty } from '../../ui/page';
import { type Place } from '../../viewer/place';
import { claimStateLabels } from '../labels';
import { afterChange } from '../stale';
import { type Assessment, type Claim, type Coverage, type Evidence } from '../types';
import { AddClaim } from './add-claim';
import css from './bench.module.css';
import { ClaimCard } from './claim-card';
import { type Refusal, RefusalForm } from './refusal-form';
import { nextWaiting, type Step } from './sequence';
import { Shortcuts } from './shortcuts';
import { useShortcuts, useShortcutsOn } from './use-shortcuts';
import { judgingWords } from './words';

type Decision = 'accepted' | Refusal;
const allRules = { validity: true, sufficiency: true, authenticity: true, currency: true };

/** What the evidence is said to show, and the judging of it: by hand or by single keys. */
export function Claims(props: {
  assessment: Assessment;
  coverage: Coverage;
  evidence: Evidence | undefined;
  steps: readonly Step[];
  own: readonly Step[];
  /** What is known of them beyond the coverage. */
  claims: readonly Claim[];
  current: Step | undefined;
  mayJudge: boolean;
  onGo: (step: Step | undefined) => void;
  /** To a claim that was just made, and is not among the steps yet. */
  onClaim: (claimId: string) => void;
  onPlace: (place: Place) => void;
  said: string;
  onSaid: (said: string) => void;
}) {
  const { assessment, coverage, evidence, steps, own, current, claims, mayJudge } = props;
  const { onGo, onClaim, onPlace, said, onSaid } = props;
  const say = useWords(judgingWords);
  const states = useWords(claimStateLabels);
  const [refusing, setRefusing] = useState<{ claimId: string; decision: Refusal } | null>(null);
  const [keysOn, setKeysOn] = useShortcutsOn();
  const params = { assessmentId: coverage.assessmentId };
  const judging = useSend('post', '/api/assessments/{assessmentId}/judgements', { stale: afterChange });
  const at = current ? steps.indexOf(current) : -1;
  const claimId = current?.claim.id;

  const send = (decision: Decision, reason?: string, missed: readonly string[] = []): void => {
    if (!current || judging.isPending) return;
    const { claim, target } = current;
    const failed = Object.fromEntries(
      Object.keys(allRules).map((rule) => [rule, missed.includes(rule) ? false : null]),
    );
    const rules = decision === 'accepted' ? allRules : failed;
    const next = nextWaiting(steps, at);
    judging.mutate(
      { params, body: { judgements: [{ claimId: claim.id, decision, rules, reason }] } },
      {
        onSuccess: () => {
          setRefusing(null);
          onSaid(say.done(target.code, states[decision]));
          onGo(next ?? current);
        },
      },
    );
  };
  const refuse = (decision: Refusal): void => {
    if (!claimId || !mayJudge) return;
    judging.reset();
    setRefusing({ claimId, decision });
  };
  const dropRefusal = (): void => {
    judging.reset();
    setRefusing(null);
  };
  const keys = useMemo(
    () => ({
      a: () => mayJudge && send('accepted'),
      r: () => refuse('rejected'),
      m: () => refuse('more_needed'),
      j: () => onGo(steps[at + 1]),
      k: () => onGo(steps[at - 1]),
      n: () => onGo(nextWaiting(steps, at)),
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `send` and `refuse` follow from these
    [steps, at, mayJudge, judging.isPending],
  );
  useShortcuts(keysOn, keys);

  return (
    <section className={css.claims} data-column aria-labelledby="claims-title">
      <h2 id="claims-title">{say.claims}</h2>
      <p role="status" className={css.said}>
        {said}
      </p>
      {own.length === 0 && <Empty>{say.noClaims}</Empty>}
      <ul className={css.list}>
        {own.map((step) => (
          <ClaimCard
            key={step.claim.id}
            step={step}
            assessment={assessment}
            claim={claims.find(({ id }) => id === step.claim.id)}
            files={evidence?.files ?? []}
            current={step === current}
            onChoose={() => onGo(step)}
            onPlace={onPlace}
            onMoved={onClaim}
          >
            {judging.error && !refusing && <ProblemNotice problem={judging.error} />}
            {mayJudge && refusing?.claimId !== claimId && (
              <div className={css.verdicts} role="group" aria-label={say.judgement}>
                <Button kind="primary" busy={judging.isPending} onClick={() => send('accepted')}>
                  {say.accept}
                  {keysOn && <kbd>A</kbd>}
                </Button>
                <Button onClick={() => refuse('more_needed')}>
                  {say.moreNeeded}
                  {keysOn && <kbd>M</kbd>}
                </Button>
                <Button onClick={() => refuse('rejected')}>
                  {say.reject}
                  {keysOn && <kbd>R</kbd>}
                </Button>
              </div>
            )}
            {refusing && refusing.claimId === claimId && (
              <RefusalForm
                decision={refusing.decision}
                problem={judging.error}
                busy={judging.isPending}
                onSend={(reason, missed) => send(refusing.decision, reason, missed)}
                onCancel={dropRefusal}
              />
            )}
          </ClaimCard>
        ))}
      </ul>
      <div className={css.steps}>
        <Button onClick={() => onGo(steps[at - 1])} busy={at <= 0}>
          {say.previousClaim}
        </Button>
        <Button onClick={() => onGo(steps[at + 1])} busy={at >= steps.length - 1}>
          {say.nextClaim}
        </Button>
        <Button onClick={() => onGo(nextWaiting(steps, at))} busy={!nextWaiting(steps, at)}>
          {say.nextWaiting}
        </Button>
      </div>
      {mayJudge && evidence && (
        <AddClaim
          coverage={coverage}
          evidence={evidence}
          onAdded={(id, code) => {
            onSaid(say.added(code));
            onClaim(id);
          }}
        />
      )}
      <Shortcuts on={keysOn} onChange={setKeysOn} />
      <div>
        <Explain what="claims" />
        <Explain what="rules" />
      </div>
    </section>
  );
}
