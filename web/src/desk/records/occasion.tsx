import { fieldWords } from '../../field/words';
import { instantOf, localOf } from '../../i18n/local-time';
import { useWords } from '../../i18n/words';
import { Select, TextField } from '../../ui/form';
import { useMethods } from '../use-methods';
import css from './records.module.css';
import { type Around } from './types';
import { recordWords } from './words';

/** What every record says of its occasion. */
export interface OccasionContent {
  title: string;
  startedAt: string;
  endedAt: string | null;
  place: string;
  present: string;
  method: string;
}

/** When and where it was, who was there, and by which method it assesses. */
export function Occasion({
  around: { assessment },
  content,
  startName,
  onChange,
}: {
  around: Around;
  content: OccasionContent;
  /** What the API calls its beginning. */
  startName: 'startedAt' | 'askedAt';
  onChange: (part: Partial<OccasionContent>) => void;
}) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const methods = useMethods(assessment);
  const text = (name: 'title' | 'place' | 'present', maxLength: number) => ({
    name,
    maxLength,
    value: content[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={css.fields}>
      <TextField
        name={startName}
        type="datetime-local"
        label={field.startedAt}
        defaultValue={localOf(content.startedAt)}
        onChange={(event) => {
          const startedAt = instantOf(event.currentTarget.value);
          if (startedAt) onChange({ startedAt });
        }}
      />
      <TextField
        name="endedAt"
        type="datetime-local"
        label={field.endedAt}
        optional
        defaultValue={content.endedAt ? localOf(content.endedAt) : ''}
        onChange={(event) => onChange({ endedAt: instantOf(event.currentTarget.value) })}
      />
      <TextField {...text('place', 500)} label={say.place} />
      <TextField {...text('present', 1000)} label={field.present} optional />
      {methods.length > 0 && (
        <Select
          name="method"
          label={field.method}
          optional
          value={content.method}
          onChange={(event) => onChange({ method: event.currentTarget.value })}
        >
          <option value="">{field.noMethod}</option>
          {methods.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <TextField {...text('title', 200)} label={say.title} hint={say.titleHint} optional />
    </div>
  );
}
