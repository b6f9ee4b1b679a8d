import { useState } from 'react';
import { type Body } from '../../api/client';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Choices, Form, TextArea, textIn } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { FindingList } from '../findings';
import { type Assessment, type Coverage } from '../types';
import { SignDialog } from './sign-dialog';
import css from './verdict.module.css';
import { verdictWords } from './words';

export type Draft = Body<'/api/assessments/{assessmentId}/verdicts', 'post'>;

function draftIn(data: FormData, outcome: Draft['outcome'], refs: readonly string[]): Draft {
  const gaps = refs.flatMap((ref) => {
    const text = textIn(data, `gap-${ref}`);
    return text ? [{ targetRef: ref || null, text }] : [];
  });
  return {
    outcome,
    reasons: textIn(data, 'reasons'),
    gaps: outcome === 'competent' ? [] : gaps,
    feedback: textIn(data, 'feedback'),
    nextStep: textIn(data, 'nextStep'),
  };
}

/** Outcome and words; checked by the server as often as wanted, and signed once. */
export function Decide({ assessment, coverage }: { assessment: Assessment; coverage: Coverage }) {
  const say = useWords(verdictWords);
  const [outcome, setOutcome] = useState<Draft['outcome']>(
    coverage.openRules.length === 0 ? 'competent' : 'not_yet_competent',
  );
  const [draft, setDraft] = useState<Draft | null>(null);
  const [signing, setSigning] = useState(false);
  const checking = useSend('post', '/api/assessments/{assessmentId}/verdict-preview');
  const missing = coverage.targets.filter(({ ref }) => coverage.gaps.includes(ref));
  const refs = ['', ...missing.map(({ ref }) => ref)];
  const check = (data: FormData): void => {
    const next = draftIn(data, outcome, refs);
    const { reasons, gaps, feedback, nextStep } = next;
    const params = { assessmentId: assessment.id };
    checking.mutate(
      { params, body: { reasons, gaps, feedback, nextStep } },
      {
        onSuccess: ({ competent, notYetCompetent }) => {
          setDraft(next);
          setSigning((next.outcome === 'competent' ? competent : notYetCompetent).possible);
        },
      },
    );
  };
  const answer =
    checking.data && draft && (draft.outcome === 'competent' ? checking.data.competent : checking.data.notYetCompetent);
  const refused = draft?.outcome === 'competent' ? say.mayNotCompetent : say.mayNotNotYet;
  return (
    <>
      <Section title={say.write}>
        <Form problem={checking.error} onSend={check}>
          <Choices
            name="outcome"
            label={say.outcome}
            value={outcome}
            onChoose={(value) => setOutcome(value === 'competent' ? 'competent' : 'not_yet_competent')}
            choices={[
              { value: 'competent', label: say.competent },
              { value: 'not_yet_competent', label: say.notYet },
            ]}
          />
          <TextArea
            name="reasons"
            label={say.reasons}
            hint={say.reasonsHelp}
            rows={3}
            optional={outcome === 'competent'}
          />
          {outcome === 'not_yet_competent' && (
            <fieldset className={css.gaps}>
              <legend>{say.gaps}</legend>
              <p>{say.gapsHelp}</p>
              {missing.map((row) => (
                <TextArea
                  key={row.ref}
                  name={`gap-${row.ref}`}
                  label={`${row.code} ${row.text}`}
                  defaultValue={row.closes.map(({ text }) => text).join('\n')}
                  rows={2}
                />
              ))}
              <TextArea name="gap-" label={say.gapGeneral} rows={2} optional />
            </fieldset>
          )}
          <TextArea name="feedback" label={say.feedback} rows={3} optional={outcome === 'competent'} />
          <TextArea
            name="nextStep"
            label={say.nextStep}
            hint={say.nextStepHelp}
            rows={2}
            optional={outcome === 'competent'}
          />
          <Actions>
            <Button type="submit" kind="primary" busy={checking.isPending}>
              {say.check}
            </Button>
          </Actions>
        </Form>
      </Section>
      <div aria-live="polite" className={css.answer}>
        {answer && !answer.possible && (
          <>
            <Notice tone="gap" title={refused} />
            <FindingList coverage={coverage} findings={answer.findings} none={say.nothingMissing} />
          </>
        )}
      </div>
      {signing && draft && (
        <SignDialog
          assessment={assessment}
          draft={draft}
          warnings={checking.data?.warnings ?? []}
          onClose={() => setSigning(false)}
        />
      )}
    </>
  );
}
