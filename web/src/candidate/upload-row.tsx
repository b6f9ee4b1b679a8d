import { type ReactNode, useEffect, useMemo } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { useOnline } from '../shell/shell';
import { Button } from '../ui/button';
import { ProblemNotice } from '../ui/notice';
import { Badge, Card, Progress } from '../ui/page';
import { isOnItsWay, type Upload } from '../uploads/use-uploads';
import css from './hand-in.module.css';
import { handInWords } from './hand-in-words';
import { inRow, named } from './upload-problems';

interface Acts {
  /** Takes out a file, or all of it. */
  onDrop: (file?: File) => void;
  onStop: () => void;
  onRetry: () => void;
}

/** What is sent together: how far it is, that it is there after, and what can be done about it meanwhile. */
export function UploadRow({
  upload,
  onDrop,
  onStop,
  onRetry,
  children,
}: { upload: Upload; children?: ReactNode } & Acts) {
  const say = useWords(handInWords);
  const { percent } = useFormats();
  const online = useOnline();
  const state = isOnItsWay(upload) && !online ? 'offline' : upload.state;
  const isOne = upload.files.length === 1;
  const name = (!isOne && upload.title) || upload.files[0]!.name;
  const problem = inRow(upload);
  const labels = { title: say.name, producedOn: say.producedOn };
  const fixed = isOnItsWay(upload) || upload.state === 'received';
  // One button, so that the focus stays where it was pressed.
  const act = isOnItsWay(upload)
    ? { label: say.stop, of: say.stopOf }
    : upload.state === 'stopped'
      ? { label: say.resume, of: say.resumeOf }
      : { label: say.retry, of: say.retryOf };
  return (
    <Card>
      <div className={css.head}>
        <ul className={css.files}>
          {upload.files.map((file, index) => (
            <li key={`${index} ${file.name}`} className={css.file}>
              <FileLine file={file} onDrop={fixed || isOne ? undefined : () => onDrop(file)} />
            </li>
          ))}
        </ul>
        <Badge tone={({ received: 'met', failed: 'gap', sending: 'wait' } as const)[upload.state as 'failed']}>
          {state !== 'sending' ? say[`${state}_`] : upload.share < 1 ? percent(upload.share) : say.checking}
        </Badge>
      </div>
      {(isOnItsWay(upload) || (upload.share > 0 && upload.state === 'stopped')) && (
        <Progress share={upload.share} label={say.progressOf(name)} />
      )}
      {problem && upload.state === 'failed' && <ProblemNotice problem={named(problem, labels)} />}
      {upload.state !== 'received' && children}
      {upload.state !== 'received' && (
        <div className={css.acts}>
          {upload.state !== 'chosen' && (
            <Button small onClick={isOnItsWay(upload) ? onStop : onRetry} aria-label={act.of(name)}>
              {act.label}
            </Button>
          )}
          {!fixed && (
            <Button small onClick={() => onDrop()} aria-label={isOne ? say.dropOf(name) : say.dropAllOf(name)}>
              {isOne ? say.drop : say.dropAll}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function FileLine({ file, onDrop }: { file: File; onDrop?: () => void }) {
  const say = useWords(handInWords);
  const { size } = useFormats();
  return (
    <>
      <Thumbnail file={file} />
      <div>
        <strong>{file.name}</strong>
        <div className={css.soft}>{size(file.size)}</div>
      </div>
      {onDrop && (
        <Button small onClick={onDrop} aria-label={say.dropOf(file.name)}>
          {say.drop}
        </Button>
      )}
    </>
  );
}

/** A small view of a picture, from the file itself. */
function Thumbnail({ file }: { file: File }) {
  const address = useMemo(() => (file.type.startsWith('image/') ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  return address ? <img className={css.thumbnail} src={address} alt="" loading="lazy" decoding="async" /> : null;
}
