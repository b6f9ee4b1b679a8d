import { useRef, useState } from 'react';
import { call, Problem } from '../api/client';
import { useQueryClient } from '@tanstack/react-query';
import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { type Evidence } from '../uploads/upload-evidence';
import { Button } from '../ui/button';
import { Actions, Form, TextArea, TextField, textIn } from '../ui/form';
import { Notice } from '../ui/notice';
import { AddFiles } from './add-files';
import { CircumstanceBoxes } from './circumstances';
import css from './candidate.module.css';
import { evidenceWords } from './evidence-words';
import { focusHeading } from './focus-heading';
import { evidencePaths } from './types';

/** How what was handed in is put right: by correction, or by withdrawal with a reason. */
export function ItemChanges({ item }: { item: Evidence }) {
  const say = useWords(evidenceWords);
  const [isCorrected, setCorrected] = useState(false);
  const more = useRef<HTMLDetailsElement>(null);
  return (
    <div>
      <details className={css.more}>
        <summary>{say.correct}</summary>
        {isCorrected && <Notice tone="met" title={say.corrected} />}
        <Correct key={item.contentSha256} item={item} onDone={() => setCorrected(true)} />
      </details>
      {!item.declaredAt && item.files.length > 0 && (
        <details ref={more} className={css.more}>
          <summary>{say.addFiles}</summary>
          <AddFiles
            assessmentId={item.assessmentId}
            itemId={item.id}
            onBack={() => more.current?.setAttribute('open', '')}
          />
        </details>
      )}
      <details className={css.more}>
        <summary>{say.withdraw}</summary>
        <Withdraw item={item} />
      </details>
    </div>
  );
}

function Correct({ item, onDone }: { item: Evidence; onDone: () => void }) {
  const say = useWords(evidenceWords);
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const correct = async (data: FormData): Promise<void> => {
    const isOn = (name: string): boolean => data.get(name) === 'on';
    const body = {
      title: textIn(data, 'title') ?? '',
      producedOn: textIn(data, 'producedOn') ?? null,
      statement: textIn(data, 'statement') ?? null,
      groupWork: isOn('groupWork'),
      candidatePart: textIn(data, 'candidatePart') ?? null,
      copy: isOn('copy'),
      othersData: isOn('othersData'),
      othersDataReason: textIn(data, 'othersDataReason') ?? null,
    };
    const headers = { 'If-Match': `"${item.contentSha256}"` };
    setBusy(true);
    await call('patch', '/api/evidence/{id}', { params: { id: item.id }, body, headers })
      .then(async () => {
        setProblem(null);
        onDone();
        await Promise.all(evidencePaths.map((path) => queries.invalidateQueries({ queryKey: [path] })));
      })
      .catch((error: unknown) => error instanceof Problem && setProblem(error))
      .finally(() => setBusy(false));
  };
  return (
    <Form problem={problem} onSend={(data) => void correct(data)}>
      {item.declaredAt && <Notice tone="wait" title={say.correctHelp} />}
      <TextField name="title" label={say.name} defaultValue={item.title} maxLength={300} />
      <TextField
        name="producedOn"
        type="date"
        label={say.producedOn}
        hint={say.producedOnHint}
        defaultValue={item.producedOn ?? ''}
      />
      <TextArea name="statement" label={say.statement} defaultValue={item.statement ?? ''} optional />
      <CircumstanceBoxes before={item} />
      <Actions>
        <Button type="submit" kind="primary" busy={isBusy}>
          {say.saveCorrection}
        </Button>
      </Actions>
    </Form>
  );
}

function Withdraw({ item }: { item: Evidence }) {
  const say = useWords(evidenceWords);
  const withdraw = useSend('post', '/api/evidence/{id}/withdrawal', { stale: evidencePaths });
  return (
    <Form
      problem={withdraw.error}
      onSend={(data) =>
        withdraw.mutate(
          { params: { id: item.id }, body: { reason: textIn(data, 'reason') ?? '' } },
          { onSuccess: focusHeading },
        )
      }
    >
      <p>{say.withdrawHelp}</p>
      <TextArea name="reason" label={say.reason} rows={2} />
      <Actions>
        <Button type="submit" kind="danger" busy={withdraw.isPending}>
          {say.doWithdraw}
        </Button>
      </Actions>
    </Form>
  );
}
