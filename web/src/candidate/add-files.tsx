import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, TextField } from '../ui/form';
import { Notice } from '../ui/notice';
import { evidenceWords } from './evidence-words';
import { handInWords } from './hand-in-words';
import { evidencePaths } from './types';

/** More files for what was handed in, as long as nobody has declared it. */
export function AddFiles({ itemId }: { itemId: string }) {
  const say = useWords(evidenceWords);
  const { files: choose } = useWords(handInWords);
  const send = useSend('post', '/api/evidence/{id}/files', { stale: evidencePaths });
  return (
    <Form
      problem={send.error}
      onSend={(form, element) => send.mutate({ params: { id: itemId }, form }, { onSuccess: () => element.reset() })}
    >
      {send.isSuccess && <Notice tone="met" title={say.added} />}
      <TextField name="files" type="file" multiple label={choose} hint={say.addFilesHelp} />
      <Actions>
        <Button type="submit" busy={send.isPending}>
          {say.addFiles}
        </Button>
      </Actions>
    </Form>
  );
}
