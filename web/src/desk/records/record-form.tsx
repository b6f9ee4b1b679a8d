import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import { type FieldProblem, Problem } from '../../api/client';
import { type Saving } from '../../drafts/draft';
import { SaveState } from '../../drafts/save-state';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form } from '../../ui/form';
import { Section } from '../../ui/page';
import { Attachments } from './attachments';
import { type Kind, recordsOf } from './paths';
import css from './records.module.css';
import { SignDialog } from './sign-dialog';
import { Withdraw } from './withdraw';
import { recordWords } from './words';
import { type Writing } from './written-record';

/** The frame of a record that is written down: kept by itself, with what is attached, signed at the end, or thrown away. */
export function RecordForm({
  writing: {
    around: { assessment },
    id,
    kept,
    files,
    onReload,
  },
  kind,
  path,
  saving,
  keep,
  lacks,
  signs,
  claims,
  children,
}: {
  writing: Omit<Writing<unknown, unknown>, 'begin'>;
  kind: Kind;
  path: 'observations' | 'questionings';
  saving: Saving;
  keep: () => Promise<void>;
  /** What a draft may lack and a signed record may not. */
  lacks: readonly Omit<FieldProblem, 'rule'>[];
  /** What is signed, in a line. */
  signs: string;
  /** What becomes of it once it is signed. */
  claims: string;
  children: ReactNode;
}) {
  const say = useWords(recordWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const fail = (error: unknown): void => {
    if (!(error instanceof Problem)) throw error;
    setProblem(error);
  };
  const begin = async (): Promise<void> => {
    const errors = lacks.map((lack) => ({ ...lack, rule: 'isNotEmpty' }));
    setProblem(errors.length > 0 ? new Problem(400, 'validation_failed', '', errors) : null);
    if (errors.length > 0 || busy) return;
    setBusy(true);
    await keep().then(() => dialog.current?.showModal(), fail);
    setBusy(false);
  };
  return (
    <>
      <p className={css.back}>
        <Link to={recordsOf(assessment.id)}>{say.all}</Link>
      </p>
      <Form problem={problem} onSend={() => void begin()} className={css.form}>
        <h2>{say.newOf(say[kind])}</h2>
        {children}
        <Attachments assessmentId={assessment.id} id={id} files={files} keep={keep} />
        <Section title={say.finish}>
          <p>{say.finishHelp}</p>
          <Actions>
            <Button type="submit" kind="primary" busy={busy}>
              {say.sign}
            </Button>
          </Actions>
        </Section>
        <SaveState saving={saving} onReload={onReload} />
      </Form>
      {kept !== null && <Withdraw id={id} isDraft />}
      <SignDialog
        dialog={dialog}
        path={path}
        id={id}
        candidate={assessment.candidate.name}
        signs={signs}
        claims={claims}
        onFailed={setProblem}
      />
    </>
  );
}
