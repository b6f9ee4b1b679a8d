import { useEffect } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { TextField } from '../ui/form';
import { dayOf, useFileDay } from '../uploads/file-day';
import { isNamedByDevice } from '../uploads/file-name';
import { type Upload } from '../uploads/use-uploads';
import css from './hand-in.module.css';
import { handInWords } from './hand-in-words';
import { fieldOf } from './upload-problems';

/** What is asked of each piece of evidence: its title, and its day, which the file may propose. */
export function UploadFields({
  upload,
  readOnly,
  onSay,
}: {
  upload: Upload;
  readOnly: boolean;
  onSay: (said: Partial<Pick<Upload, 'title' | 'producedOn'>>) => void;
}) {
  const say = useWords(handInWords);
  const { date } = useFormats();
  const [file] = upload.files as [File];
  const proposal = useFileDay(file);
  const isNameless = isNamedByDevice(file);
  useEffect(() => {
    if (proposal?.takenAt && isNameless && !upload.title)
      onSay({ title: say.photoOf(date(proposal.day), proposal.takenAt) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- proposed once: what is cleared stays so
  }, [proposal]);
  const isOffered = proposal && !readOnly && upload.producedOn !== proposal.day;
  return (
    <div className={css.fields}>
      <TextField
        name={fieldOf('title', upload)}
        label={say.name}
        hint={isNameless && say.nameHint}
        value={upload.title}
        maxLength={300}
        readOnly={readOnly}
        onChange={(event) => onSay({ title: event.currentTarget.value })}
      />
      <div className={css.day}>
        <TextField
          name={fieldOf('producedOn', upload)}
          type="date"
          label={say.producedOn}
          hint={say.producedOnHint}
          value={upload.producedOn}
          max={dayOf()}
          readOnly={readOnly}
          onChange={(event) => onSay({ producedOn: event.currentTarget.value })}
        />
        {proposal && !readOnly && (
          <Button small aria-disabled={!isOffered} onClick={() => onSay({ producedOn: proposal.day })}>
            {proposal.takenAt ? say.useTakenDay(date(proposal.day)) : say.useFileDay(date(proposal.day))}
          </Button>
        )}
      </div>
    </div>
  );
}
