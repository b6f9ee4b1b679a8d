import { useEffect, useRef, useState } from 'react';
import { callForFile, Problem } from '../../api/client';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Ask } from '../../ui/ask';
import { Button } from '../../ui/button';
import { Actions, Form } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { LookFields } from './look-fields';
import { lookIn, plainLook } from './look-change';
import css from './settings.module.css';
import { type Template, type TemplateChange, templatePath } from './templates';
import { settingsWords } from './words';

/** The look of one kind of document: changed, looked at before it is saved, or put back. */
export function Look({ now }: { now: Template }) {
  const say = useWords(settingsWords);
  const params = { bodyId: now.bodyId, kind: now.kind };
  const [shown, setShown] = useState('');
  const [refused, setRefused] = useState<Problem | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [done, setDone] = useState('');
  const asking = useRef<HTMLDialogElement>(null);
  const save = useSend('put', templatePath, { stale: [templatePath] });
  useEffect(() => () => URL.revokeObjectURL(shown), [shown]);

  const preview = async (body: TemplateChange): Promise<void> => {
    setDrawing(true);
    try {
      const pdf = await callForFile('post', '/api/training-bodies/{bodyId}/templates/{kind}/preview', { params, body });
      setShown(URL.createObjectURL(pdf));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setShown('');
      setRefused(error);
    } finally {
      setDrawing(false);
    }
  };
  const keep = (body: TemplateChange, words: string): void => {
    setDone('');
    setShown('');
    const headers = { 'If-Match': `"${now.version}"` };
    save.mutate({ params, headers, body }, { onSuccess: () => setDone(words) });
  };
  const send = (data: FormData): void => {
    setRefused(null);
    const isPreview = data.get('wanted') === 'preview';
    void lookIn(data).then((body) => (isPreview ? preview(body) : keep(body, say.savedTemplate)));
  };
  return (
    // The fields are drawn anew with every version that is saved: they show what holds.
    <Form key={now.version} problem={refused ?? save.error} onSend={send} className={css.wide}>
      {done && <Notice tone="met" title={done} />}
      <LookFields now={now} />
      <div aria-live="polite">
        {shown && (
          <Notice tone="met">
            <a href={shown} target="_blank" rel="noreferrer">
              {say.previewReady}
            </a>
          </Notice>
        )}
      </div>
      <Actions>
        <Button type="submit" name="wanted" value="preview" busy={drawing}>
          {say.preview}
        </Button>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {say.saveTemplate}
        </Button>
        {now.version > 0 && (
          <Button kind="plain" onClick={() => asking.current?.showModal()}>
            {say.reset}
          </Button>
        )}
      </Actions>
      <Ask
        dialog={asking}
        title={say.resetTitle}
        answer={say.reset}
        kind="danger"
        cancel={say.stay}
        onAnswer={() => keep(plainLook, say.resetDone)}
      >
        <p>{say.resetHelp}</p>
      </Ask>
    </Form>
  );
}
