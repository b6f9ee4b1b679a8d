import { useWords } from '../i18n/words';
import { Select } from '../ui/form';
import { Section } from '../ui/page';
import css from './field.module.css';
import { type Entry } from './kept/entry';
import { type KeptDocument } from './kept/taken';
import { KeptText, KeptTexts } from './kept-text';
import { type Keep } from './observing';
import { fieldWords } from './words';

/** The occasion: where, who, under which conditions, and what happened. */
export function Details({ entry, document, keep }: { entry: Entry; document: KeptDocument; keep: Keep }) {
  const say = useWords(fieldWords);
  const methods = document.items.filter(({ type }) => type === 'method');
  return (
    <Section title={say.details}>
      <div className={css.fields}>
        {entry.form === 'demonstration' && (
          <KeptTexts
            name="task"
            label={say.task}
            defaultValue={entry.task}
            maxLength={5000}
            onKeep={(task) => keep(() => ({ task }))}
          />
        )}
        <KeptTexts
          name="notes"
          label={say.notes}
          hint={say.noteHint}
          optional
          rows={5}
          defaultValue={entry.notes}
          maxLength={20_000}
          onKeep={(notes) => keep(() => ({ notes }))}
        />
        <KeptText
          name="place"
          label={say.place}
          defaultValue={entry.place}
          maxLength={500}
          onKeep={(place) => keep(() => ({ place }))}
        />
        <KeptText
          name="present"
          label={say.present}
          optional
          defaultValue={entry.present}
          maxLength={1000}
          onKeep={(present) => keep(() => ({ present }))}
        />
        <KeptText
          name="context"
          label={say.context}
          hint={say.contextHint}
          optional
          defaultValue={entry.context}
          maxLength={5000}
          onKeep={(context) => keep(() => ({ context }))}
        />
        {methods.length > 0 && (
          <Select
            name="method"
            label={say.method}
            optional
            value={entry.method}
            onChange={(event) => {
              const method = event.currentTarget.value;
              keep(() => ({ method }));
            }}
          >
            <option value="">{say.noMethod}</option>
            {methods.map(({ ref, code, text }) => (
              <option key={ref} value={ref}>
                {code} {text}
              </option>
            ))}
          </Select>
        )}
        <KeptText
          key={`start ${entry.id}`}
          name="startedAt"
          type="datetime-local"
          label={say.startedAt}
          hint={say.timeHint}
          defaultValue={localOf(entry.startedAt)}
          onKeep={(value) => isTime(value) && keep(() => ({ startedAt: new Date(value).toISOString() }))}
        />
        {entry.endedAt && (
          <KeptText
            key={`end ${entry.id}`}
            name="endedAt"
            type="datetime-local"
            label={say.endedAt}
            defaultValue={localOf(entry.endedAt)}
            onKeep={(value) => isTime(value) && keep(() => ({ endedAt: new Date(value).toISOString() }))}
          />
        )}
      </div>
    </Section>
  );
}

const isTime = (value: string): boolean => !Number.isNaN(Date.parse(value));

/** A moment as the field for times takes it: by the clock of this device. */
function localOf(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
