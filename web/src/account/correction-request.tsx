import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, Select, TextArea, textIn, TextField } from '../ui/form';
import { Notice } from '../ui/notice';
import { accountWords } from './words';

/** Asks the body to put right what it keeps about me. */
export function CorrectionRequest() {
  const say = useWords(accountWords);
  const ask = useSend('post', '/api/me/correction-requests');
  const send = (data: FormData, form: HTMLFormElement): void => {
    const field = textIn(data, 'field') as 'name' | 'email';
    const body = { field, value: textIn(data, 'value') ?? '', reason: textIn(data, 'reason') ?? null };
    ask.mutate({ body }, { onSuccess: () => form.reset() });
  };
  return (
    <>
      <h3>{say.correct}</h3>
      <p>{say.correctHelp}</p>
      <Form problem={ask.error} onSend={send}>
        {ask.isSuccess && <Notice tone="met" title={say.asked} />}
        <Select name="field" label={say.field}>
          <option value="name">{say.name}</option>
          <option value="email">{say.email}</option>
        </Select>
        <TextField name="value" label={say.value} maxLength={254} />
        <TextArea name="reason" label={say.reason} hint={say.reasonHint} optional maxLength={2000} />
        <Actions>
          <Button type="submit" busy={ask.isPending}>
            {say.ask}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
