import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Select, TextArea, TextField } from '../../ui/form';
import { type Coverage } from '../types';
import { ChooseOutcome } from './choose-outcome';
import css from './records.module.css';
import { TargetPicker } from './target-picker';
import { type Answered } from './tones';
import { type Question } from './types';
import { recordWords } from './words';

/** One question: what is asked and what it is tied to; once it was asked, the answer and what it is worth. */
export function OneQuestion({
  coverage,
  question,
  number,
  sentAs,
  onChange,
  onRemove,
}: {
  coverage: Coverage;
  question: Question;
  number: number;
  /** Where it stands among those that are sent: how the server names its fields. */
  sentAs: number;
  onChange: (part: Partial<Question>) => void;
  onRemove: () => void;
}) {
  const say = useWords(recordWords);
  const { text, refs, mode, answer, outcome, note } = question;
  const name = (field: string): string => `questions.${sentAs}.${field}`;
  const choices: [Answered, string][] = [
    ['not_asked', say.not_asked],
    ['satisfactory', say.satisfactory],
    ['not_satisfactory', say.not_satisfactory],
  ];
  return (
    <fieldset className={css.question}>
      <legend>{say.question(number)}</legend>
      <TextArea
        name={name('text')}
        label={say.questionText}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <TargetPicker
        name={name('refs')}
        label={say.questionRefs}
        targets={coverage.targets}
        chosen={refs}
        onChange={(chosen) => onChange({ refs: chosen })}
      />
      <ChooseOutcome
        name={name('outcome')}
        label={say.questionOutcome}
        value={outcome}
        choices={choices}
        onChoose={(value) => onChange({ outcome: value as Answered })}
      />
      {outcome !== 'not_asked' && (
        <>
          <TextArea
            name={name('answer')}
            label={say.answer}
            hint={say.answerHint}
            rows={3}
            maxLength={10_000}
            value={answer}
            onChange={(event) => onChange({ answer: event.currentTarget.value })}
          />
          <div className={css.fields}>
            <Select
              name={name('mode')}
              label={say.mode}
              value={mode}
              onChange={(event) => onChange({ mode: event.currentTarget.value === 'written' ? 'written' : 'oral' })}
            >
              <option value="oral">{say.oral}</option>
              <option value="written">{say.inWriting}</option>
            </Select>
            <TextField
              name={name('note')}
              label={say.questionNote}
              optional
              maxLength={2000}
              value={note ?? ''}
              onChange={(event) => onChange({ note: event.currentTarget.value })}
            />
          </div>
        </>
      )}
      <div>
        <Button small kind="plain" onClick={onRemove}>
          {say.removeQuestion(number)}
        </Button>
      </div>
    </fieldset>
  );
}
