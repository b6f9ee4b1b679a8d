import { useEffect, useRef, useState } from 'react';
import { newId } from '../../api/new-id';
import { useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';
import { Actions } from '../../ui/form';
import { ProblemNotice } from '../../ui/notice';
import { Badge } from '../../ui/page';
import { afterChange } from '../stale';
import { type Assessment, type Finding } from '../types';
import { type Draft } from './draft';
import css from './verdict.module.css';
import { verdictWords } from './words';

/** The last look before what cannot be undone: what signing does, and the words that will be printed. */
export function SignDialog({
  assessment,
  draft,
  warnings,
  onSigned,
  onClose,
}: {
  assessment: Assessment;
  draft: Draft;
  warnings: readonly Finding[];
  onSigned: () => void;
  onClose: () => void;
}) {
  const say = useWords(verdictWords);
  const dialog = useRef<HTMLDialogElement>(null);
  // The same verdict, however often it is sent.
  const [id] = useState(newId);
  const stale = ['/api/assessments/{id}', '/api/assessments', '/api/assessments/{assessmentId}/verdict'] as const;
  const giving = useSend('post', '/api/assessments/{assessmentId}/verdicts', { stale: [...afterChange, ...stale] });
  useEffect(() => {
    dialog.current?.showModal();
    // It is read from its head, not from the first thing in it that can be pressed.
    dialog.current?.querySelector('h2')?.focus();
  }, []);
  const { labelled } = useFormats();
  const { candidate, document } = assessment;
  const open = warnings.filter(({ waiver }) => !waiver);
  const texts: [string, string | null | undefined][] = [
    [say.reasons, draft.reasons],
    [say.gaps, draft.gaps?.map(({ targetRef, text }) => labelled(targetRef ?? say.gapGeneral, text)).join('\n')],
    [say.feedback, draft.feedback],
    [say.nextStep, draft.nextStep],
  ];
  return (
    <Dialog dialog={dialog} title={say.signTitle} wide onClose={onClose}>
      <p>{say.signFor(candidate.name, `${document.code} ${document.name}`)}</p>
      <p className={css.outcome}>
        <Badge tone={draft.outcome === 'competent' ? 'met' : 'gap'}>
          {draft.outcome === 'competent' ? say.competent : say.notYet}
        </Badge>
      </p>
      <p>{say.signWhat}</p>
      <ul>
        {[say.sign1, say.sign2, say.sign3, say.sign4].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Facts rows={texts} />
      {open.length > 0 && (
        <details>
          <summary>{say.warnings}</summary>
          <ul>
            {open.map(({ rule, problem, problemText }) => (
              <li key={rule + problem + problemText}>{problemText}</li>
            ))}
          </ul>
        </details>
      )}
      {giving.error && <ProblemNotice problem={giving.error} />}
      <Actions>
        <Button
          kind="primary"
          busy={giving.isPending}
          onClick={() =>
            void giving
              .mutateAsync({ params: { assessmentId: assessment.id }, body: { ...draft, id } })
              .then(onSigned, () => undefined)
          }
        >
          {say.signNow}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{say.back}</Button>
      </Actions>
    </Dialog>
  );
}
