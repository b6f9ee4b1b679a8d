import { lacksOf } from '../../field/kept/entry';
import { fieldWords } from '../../field/words';
import { useWords } from '../../i18n/words';
import { TextArea } from '../../ui/form';
import { Section } from '../../ui/page';
import { type ObservationContent, inputOfObservation } from './observation-content';
import { Occasion } from './occasion';
import { Outcomes } from './outcomes';
import { RecordForm } from './record-form';
import css from './records.module.css';
import { SittingNotice } from './sitting-notice';
import { outcomes } from './tones';
import { type Observation } from './types';
import { useKeptObservation } from './use-keeping';
import { recordWords } from './words';
import { type Writing } from './written-record';

/** An observation or a demonstration as its author writes it down. */
export function ObservationForm(writing: Writing<Observation, ObservationContent>) {
  const { around, id, begin, kept } = writing;
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const { content, saving, change, keep } = useKeptObservation(around.assessment.id, {
    id,
    begin,
    kept,
    inputOf: inputOfObservation,
  });
  const seen = Object.values(content.outcomes);
  const count = outcomes.map((outcome) => seen.filter((one) => one.outcome === outcome).length);
  const lacks = {
    task: field.lackTask,
    place: field.lackPlace,
    outcomes: field.lackOutcomes,
    questions: say.lackQuestions,
  };
  const text = (name: 'task' | 'context' | 'notes', maxLength: number) => ({
    name,
    maxLength,
    value: content[name],
    onChange: (event: { currentTarget: HTMLTextAreaElement }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <RecordForm
      writing={writing}
      kind={content.form}
      path="observations"
      saving={saving}
      keep={keep}
      lacks={lacksOf(content).map((lack) => ({ field: lack, detail: lacks[lack] }))}
      signs={field.signCounts(count[0]!, count[1]!, count[2]!)}
      claims={content.sittingId ? say.signedSitting : say.signedShown}
    >
      {content.sittingId && <SittingNotice around={around} id={content.sittingId} />}
      <Section title={field.details}>
        {content.form === 'demonstration' && <TextArea {...text('task', 5000)} label={field.task} rows={3} />}
        <Occasion around={around} content={content} startName="startedAt" onChange={change} />
        <div className={css.long}>
          <TextArea {...text('context', 5000)} label={field.context} hint={field.contextHint} rows={2} optional />
          <TextArea {...text('notes', 20_000)} label={field.notes} hint={field.noteHint} rows={5} optional />
        </div>
      </Section>
      <Outcomes coverage={around.coverage} seen={content.outcomes} onChange={(next) => change({ outcomes: next })} />
    </RecordForm>
  );
}
