import { useEffect, useMemo, useRef } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { useOnline } from '../shell/shell';
import { Button } from '../ui/button';
import { TextField } from '../ui/form';
import { ProblemNotice } from '../ui/notice';
import { Badge, Card, Progress } from '../ui/page';
import { isOnItsWay, type Upload } from '../uploads/use-uploads';
import css from './hand-in.module.css';
import { handInWords } from './hand-in-words';

interface Acts {
  onRename: (title: string) => void;
  onDrop: () => void;
  onStop: () => void;
  onRetry: () => void;
}

/** A day as dates are entered. */
const dayOf = (time?: number): string => new Intl.DateTimeFormat('sv-SE').format(time);

/** One piece of evidence to be handed in: what is asked of it before, how far it is meanwhile, that it is there after. */
export function UploadRow({ upload, onRename, onDrop, onStop, onRetry }: { upload: Upload } & Acts) {
  const say = useWords(handInWords);
  const { size, date, percent } = useFormats();
  const online = useOnline();
  const state = isOnItsWay(upload) && !online ? 'offline' : upload.state;
  const day = useRef<HTMLDivElement>(null);
  const file = upload.files[0]!;
  const fileDay = dayOf(file.lastModified);
  const fixed = isOnItsWay(upload) || upload.state === 'received';
  const useFileDay = (): void => {
    const input = day.current?.querySelector('input');
    if (input) input.value = fileDay;
  };
  // One button, so that the focus stays where it was pressed.
  const act = isOnItsWay(upload)
    ? { label: say.stop, of: say.stopOf }
    : upload.state === 'stopped'
      ? { label: say.resume, of: say.resumeOf }
      : { label: say.retry, of: say.retryOf };
  return (
    <Card>
      <div className={css.file}>
        <Thumbnail file={file} />
        <div>
          <strong>{file.name}</strong>
          <div className={css.soft}>{size(file.size)}</div>
        </div>
        <Badge tone={({ received: 'met', failed: 'gap', sending: 'wait' } as const)[upload.state as 'failed']}>
          {state !== 'sending' ? say[`${state}_`] : upload.share < 1 ? percent(upload.share) : say.checking}
        </Badge>
      </div>
      {(isOnItsWay(upload) || (upload.share > 0 && upload.state !== 'received')) && (
        <Progress share={upload.share} label={say.progressOf(file.name)} />
      )}
      {upload.problem && upload.state === 'failed' && <ProblemNotice problem={upload.problem} />}
      {upload.state !== 'received' && (
        <div className={css.fields}>
          <TextField
            name={`title-${upload.id}`}
            label={say.name}
            value={upload.title}
            maxLength={300}
            required
            readOnly={fixed}
            onChange={(event) => onRename(event.currentTarget.value)}
          />
          <div ref={day} className={css.day}>
            <TextField
              name={`producedOn-${upload.id}`}
              type="date"
              label={say.producedOn}
              hint={say.producedOnHint}
              max={dayOf()}
              readOnly={fixed}
            />
            {!fixed && (
              <Button small onClick={useFileDay}>
                {say.useFileDay(date(fileDay))}
              </Button>
            )}
          </div>
        </div>
      )}
      <div className={css.acts}>
        {upload.state !== 'chosen' && upload.state !== 'received' && (
          <Button small onClick={isOnItsWay(upload) ? onStop : onRetry} aria-label={act.of(file.name)}>
            {act.label}
          </Button>
        )}
        {!fixed && (
          <Button small onClick={onDrop} aria-label={say.dropOf(file.name)}>
            {say.drop}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** A small view of a picture, from the file itself. */
function Thumbnail({ file }: { file: File }) {
  const address = useMemo(() => (file.type.startsWith('image/') ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  return address ? <img className={css.thumbnail} src={address} alt="" /> : null;
}
