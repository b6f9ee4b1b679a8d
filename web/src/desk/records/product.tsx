import { useState } from 'react';
import { Link } from 'wouter';
import { newId } from '../../api/new-id';
import { Problem } from '../../api/client';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../i18n/words';
import { localOf } from '../../i18n/local-time';
import { Button, ButtonLink } from '../../ui/button';
import { Actions, Checkbox, Choices, Form, TextArea, TextField, textIn } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/page';
import { uploadEvidence } from '../../uploads/upload-evidence';
import { partOf } from '../frame';
import { makerLabels } from '../labels';
import { afterRecord } from './stale';
import { recordsOf } from './paths';
import css from './records.module.css';
import { type Around } from './types';
import { recordWords } from './words';

const makers = ['candidate', 'organisation', 'third_party'] as const;

/** A product, or papers, that the assessor came by where the work is done: handed in as evidence, to be judged like any. */
export function Product({ around: { assessment } }: { around: Around }) {
  const say = useWords(recordWords);
  const made = useWords(makerLabels);
  const queries = useQueryClient();
  const [id, setId] = useState(newId);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const send = async (data: FormData, form: HTMLFormElement): Promise<void> => {
    setProblem(null);
    setShare(0);
    const files = data.getAll('files').filter((file): file is File => file instanceof File && file.size > 0);
    const fields = {
      id,
      title: textIn(data, 'title') ?? '',
      producedBy: textIn(data, 'producedBy'),
      producedOn: textIn(data, 'producedOn'),
      statement: textIn(data, 'statement'),
      copy: data.has('copy') ? 'true' : undefined,
    };
    try {
      await uploadEvidence({ assessmentId: assessment.id, fields, files, onProgress: setShare });
      setDone(id);
      setId(newId());
      form.reset();
      document.querySelector<HTMLElement>('h1')?.focus();
      await Promise.all(afterRecord.map((one) => queries.invalidateQueries({ queryKey: [one] })));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setShare(null);
    }
  };
  return (
    <>
      <p className={css.back}>
        <Link to={recordsOf(assessment.id)}>{say.all}</Link>
      </p>
      <div aria-live="polite">
        {done && (
          <Notice tone="met" title={say.productDone}>
            <div>
              <ButtonLink to={`${partOf(assessment.id, 'judging')}?item=${done}`}>{say.judge}</ButtonLink>
            </div>
          </Notice>
        )}
      </div>
      <Form problem={problem} onSend={(data, form) => void (share === null && send(data, form))}>
        <h2>{say.product}</h2>
        <p>{say.productHelp}</p>
        <TextField name="title" label={say.productTitle} maxLength={300} />
        <Choices
          name="producedBy"
          label={say.productMaker}
          choices={makers.map((value) => ({ value, label: made[value], checked: value === 'candidate' }))}
        />
        <TextField
          name="producedOn"
          type="date"
          label={say.productOn}
          max={localOf(new Date().toISOString()).slice(0, 10)}
          optional
        />
        <TextArea name="statement" label={say.productStatement} rows={3} maxLength={10_000} optional />
        <label className={css.pick}>
          <span>{say.productFiles}</span>
          <input type="file" name="files" multiple />
        </label>
        <Checkbox name="copy" label={say.productCopy} />
        {share !== null && <Progress share={share} label={say.sendingFiles} />}
        <Actions>
          <Button type="submit" kind="primary" busy={share !== null}>
            {say.productSend}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
