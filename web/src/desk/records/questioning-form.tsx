import { useWords } from '../../i18n/words';
import { fieldWords } from '../../field/words';
import { Choices, TextArea } from '../../ui/form';
import { Section } from '../../ui/page';
import { formLabels } from '../labels';
import { Occasion } from './occasion';
import { inputOfQuestioning, isWritten, type QuestioningContent } from './questioning-content';
import { Questions } from './questions';
import { RecordForm } from './record-form';
import css from './records.module.css';
import { type Questioning } from './types';
import { useKeptQuestioning } from './use-keeping';
import { recordWords } from './words';
import { type Writing } from './written-record';

/** A questioning, or a conversation about prior learning, as its author writes it down. */
export function QuestioningForm(writing: Writing<Questioning, QuestioningContent>) {
  const { around, id, begin, kept } = writing;
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const forms = useWords(formLabels);
  const { content, saving, change, keep } = useKeptQuestioning(around.assessment.id, {
    id,
    begin,
    kept,
    inputOf: inputOfQuestioning,
  });
  const written = content.questions.filter(isWritten);
  const put = written.filter(({ outcome }) => outcome !== 'not_asked');
  const lacks = [
    ...(content.place.trim() ? [] : [{ field: 'place', detail: say.lackPlace }]),
    ...(put.length > 0 ? [] : [{ field: 'questions', detail: say.lackQuestions }]),
    ...written.flatMap(({ text, answer, outcome }, index) => [
      ...(text.trim() ? [] : [{ field: `questions.${index}.text`, detail: say.lackText(index + 1) }]),
      ...(outcome === 'not_asked' || answer.trim()
        ? []
        : [{ field: `questions.${index}.answer`, detail: say.lackAnswer(index + 1) }]),
    ]),
  ];
  const others = around.coverage.items.filter((item) => item.id !== id && item.state !== 'withdrawn');
  const talkedAbout = (value: string, isChosen: boolean): void =>
    change({ about: isChosen ? [...content.about, value] : content.about.filter((one) => one !== value) });
  return (
    <RecordForm
      writing={writing}
      kind={content.purpose}
      path="questionings"
      saving={saving}
      keep={keep}
      lacks={lacks}
      signs={say.signQuestions(put.length, put.filter(({ outcome }) => outcome === 'satisfactory').length)}
      claims={say.signedAnswered}
    >
      <Section title={field.details}>
        <Occasion around={around} content={content} startName="askedAt" onChange={change} />
      </Section>
      <Questions
        coverage={around.coverage}
        questions={content.questions}
        onChange={(questions) => change({ questions })}
      />
      <Section title={say.about}>
        {others.length === 0 ? (
          <p className={css.soft}>{say.aboutNone}</p>
        ) : (
          <div className={css.scroll}>
            <Choices
              name="about"
              label={say.aboutWhich}
              hint={say.aboutHelp}
              many
              value={content.about}
              onChoose={talkedAbout}
              choices={others.map(({ id: value, number, title, form }) => {
                return { value, label: `${number}. ${title}`, hint: forms[form] };
              })}
            />
          </div>
        )}
        <TextArea
          name="notes"
          label={say.notes}
          rows={4}
          maxLength={20_000}
          optional
          value={content.notes}
          onChange={(event) => change({ notes: event.currentTarget.value })}
        />
      </Section>
    </RecordForm>
  );
}
