import { timeZone } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { instantOf, localTime } from '../i18n/zoned';
import { Select } from '../ui/form';
import { Section } from '../ui/page';
import css from './field.module.css';
import { type Content, type Entry } from './kept/entry';
import { type KeptDocument, type KeptSitting } from './kept/taken';
import { KeptText, KeptTexts } from './kept-text';
import { type Keep } from './observing';
import { SelectSitting } from './sitting';
import { fieldWords } from './words';

/** The occasion: where, who, under which conditions, and what happened. */
export function Details({
  entry,
  document,
  sittings,
  keep,
}: {
  entry: Entry;
  document: KeptDocument;
  /** Occasions it can belong to. */
  sittings: readonly KeptSitting[];
  keep: Keep;
}) {
  const say = useWords(fieldWords);
  const keepTime = (local: string, change: (instant: string) => Partial<Content>): Promise<boolean> => {
    const instant = instantOf(local);
    return instant ? keep(() => change(instant)) : Promise.resolve(true);
  };
  const methods = document.items.filter(({ type }) => type === 'method');
  return (
    <Section title={say.details}>
      <div className={css.fields}>
        {entry.form === 'demonstration' && (
          <KeptTexts
            of={entry.id}
            name="task"
            label={say.task}
            defaultValue={entry.task}
            maxLength={5000}
            onKeep={(task) => keep(() => ({ task }))}
          />
        )}
        <KeptTexts
          of={entry.id}
          name="notes"
          label={entry.form === 'questioning' ? say.remarks : say.notes}
          hint={say.noteHint}
          optional
          rows={5}
          defaultValue={entry.notes}
          maxLength={20_000}
          onKeep={(notes) => keep(() => ({ notes }))}
        />
        <KeptText
          of={entry.id}
          name="place"
          label={say.place}
          defaultValue={entry.place}
          maxLength={500}
          onKeep={(place) => keep(() => ({ place }))}
        />
        <KeptText
          of={entry.id}
          name="present"
          label={say.present}
          optional
          defaultValue={entry.present}
          maxLength={1000}
          onKeep={(present) => keep(() => ({ present }))}
        />
        {entry.form !== 'questioning' && (
          <KeptText
            of={entry.id}
            name="context"
            label={say.context}
            hint={say.contextHint}
            optional
            defaultValue={entry.context}
            maxLength={5000}
            onKeep={(context) => keep(() => ({ context }))}
          />
        )}
        {entry.form !== 'questioning' && (sittings.length > 0 || entry.sitting) && (
          <SelectSitting
            sittings={sittings}
            value={entry.sitting ?? null}
            onChoose={(sitting) => void keep(() => ({ sitting }))}
          />
        )}
        {methods.length > 0 && (
          <Select
            name="method"
            label={say.method}
            optional
            value={entry.method}
            onChange={(event) => {
              const method = event.currentTarget.value;
              void keep(() => ({ method }));
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
          of={entry.id}
          key={`start ${entry.id}`}
          name="startedAt"
          type="datetime-local"
          label={say.startedAt}
          hint={say.timeHint(timeZone())}
          defaultValue={localTime(entry.startedAt)}
          onKeep={(value) => keepTime(value, (startedAt) => ({ startedAt }))}
        />
        {entry.endedAt && (
          <KeptText
            of={entry.id}
            key={`end ${entry.id}`}
            name="endedAt"
            type="datetime-local"
            label={say.endedAt}
            defaultValue={localTime(entry.endedAt)}
            onKeep={(value) => keepTime(value, (endedAt) => ({ endedAt }))}
          />
        )}
      </div>
    </Section>
  );
}
