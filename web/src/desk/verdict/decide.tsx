import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { callForFile, type Problem } from '../../api/client';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Notice } from '../../ui/notice';
import { FindingList } from '../findings';
import { type Assessment, type Coverage } from '../types';
import { type Draft, draftIn, fieldOf, type Outcome, problemIn, useWritten } from './draft';
import { VerdictPreview } from './preview';
import { SignDialog } from './sign-dialog';
import { VerdictForm } from './verdict-form';
import css from './verdict.module.css';
import { verdictWords } from './words';

/** Outcome and words beside what they would look like in print; checked as often as wanted, and signed once. */
export function Decide({
  assessment,
  coverage,
  onSigned,
}: {
  assessment: Assessment;
  coverage: Coverage;
  onSigned: () => void;
}) {
  const say = useWords(verdictWords);
  const me = usePerson();
  const params = { assessmentId: assessment.id };
  const { written, write, forget } = useWritten(me.id, assessment.id);
  const [outcome, setOutcome] = useState((written.outcome ?? '') as Outcome | '');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [edited, setEdited] = useState(false);
  const [signing, setSigning] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const checking = useSend('post', '/api/assessments/{assessmentId}/verdict-preview');
  const printing = useMutation<ArrayBuffer, Problem, Draft>({
    mutationFn: async (body) => {
      const path = '/api/assessments/{assessmentId}/verdict-preview/document';
      return (await callForFile('post', path, { params, body })).arrayBuffer();
    },
  });
  const answerTo = ({ competent, notYetCompetent }: NonNullable<typeof checking.data>, to: Outcome) =>
    to === 'competent' ? competent : notYetCompetent;
  const preview = async (data: FormData): Promise<void> => {
    if (outcome === '') return;
    const next = draftIn(data, outcome, coverage.gaps);
    const { reasons, gaps, feedback, nextStep } = next;
    const body = { reasons, gaps, feedback, nextStep };
    const [checked, printed] = await Promise.allSettled([
      checking.mutateAsync({ params, body }),
      printing.mutateAsync(next),
    ]);
    setDraft(next);
    setEdited(false);
    if (checked.status === 'rejected' || printed.status === 'rejected') return;
    if (answerTo(checked.value, outcome).possible) heading.current?.focus();
  };
  const answer = checking.data && draft && answerTo(checking.data, draft.outcome);
  const refused = checking.error ?? printing.error;
  const found = answer?.findings;
  const problem = useMemo(() => problemIn(refused, found ?? []), [refused, found]);
  const elsewhere = found?.filter(({ problem: what }) => !fieldOf[what]) ?? [];
  const showWhy = (): void => {
    const alert = form.current?.querySelector<HTMLElement>('[role="alert"]');
    alert?.scrollIntoView({ block: 'center' });
    (alert?.querySelector('a') ?? alert?.parentElement)?.focus({ preventScroll: true });
  };
  const isReady = answer?.possible && printing.isSuccess;
  return (
    <div className={css.beside}>
      <div ref={form} className={css.write}>
        <h2>{say.write}</h2>
        <VerdictForm
          coverage={coverage}
          outcome={outcome}
          written={written}
          problem={problem}
          busy={checking.isPending || printing.isPending}
          onOutcome={setOutcome}
          onChange={(changed) => {
            write(changed);
            setEdited(true);
          }}
          onSend={(data) => void preview(data)}
        />
        <div aria-live="polite" tabIndex={-1} className={css.answer}>
          {elsewhere.length > 0 && (
            <>
              <Notice tone="gap" title={draft?.outcome === 'competent' ? say.cannotCompetent : say.mayNotNotYet} />
              <FindingList coverage={coverage} findings={elsewhere} none={say.nothingMissing} mayAsk />
            </>
          )}
        </div>
      </div>
      <VerdictPreview
        pdf={printing.data}
        isOld={edited}
        onSign={isReady ? () => setSigning(true) : undefined}
        onWhy={showWhy}
        heading={heading}
      />
      {signing && draft && (
        <SignDialog
          assessment={assessment}
          draft={draft}
          warnings={checking.data?.warnings ?? []}
          onSigned={() => {
            forget();
            onSigned();
          }}
          onClose={() => setSigning(false)}
        />
      )}
    </div>
  );
}
