import { useLocation } from 'wouter';
import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Button, ButtonLink } from '../ui/button';
import { Actions, Form, TextArea, textIn, TextField } from '../ui/form';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';
import css from './document.module.css';
import { type Remark } from './remark';
import { documentWords } from './words';

/** A published text is read in; then follows what the reader made of it, or every fault for which it is refused. */
export function ImportDocument() {
  const say = useWords(documentWords);
  const { operator } = usePerson();
  const [, go] = useLocation();
  const send = useSend('post', '/api/competency-documents', { stale: ['/api/competency-documents'] });
  const faults = (send.error?.code === 'import_refused' && (send.error.details as Remark[] | undefined)) || [];
  if (!operator) {
    return (
      <Page title={say.import} narrow>
        <p>{say.onlyOperator}</p>
        <div>
          <ButtonLink to="/documents">{say.title}</ButtonLink>
        </div>
      </Page>
    );
  }
  const importIt = (form: FormData): void => {
    if (!textIn(form, 'correction')) form.delete('correction');
    send.mutate({ form }, { onSuccess: ({ id }) => go(`/documents/${id}/report`) });
  };
  return (
    <Page title={say.import} narrow>
      <p>{say.importHelp}</p>
      {faults.length > 0 && (
        <Notice tone="gap" title={say.faults(faults.length)}>
          <ul className={css.faults}>
            {faults.map(({ line, column, text, excerpt }, index) => (
              <li key={index}>
                <strong>{column ? say.cell(line, column) : say.line(line)}</strong> {text}
                {excerpt && <div className={css.excerpt}>{excerpt}</div>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Card>
        <Form problem={faults.length > 0 ? null : send.error} onSend={importIt}>
          <TextField name="file" type="file" accept=".txt,text/plain" label={say.file} hint={say.fileHint} />
          <TextArea
            name="correction"
            label={say.correctionField}
            hint={say.correctionHint}
            optional
            rows={3}
            maxLength={1000}
          />
          <Actions>
            <Button type="submit" kind="primary" busy={send.isPending}>
              {say.send}
            </Button>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}
