import { newId } from '../api/new-id';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Select } from '../ui/form';
import { Empty, Section } from '../ui/page';
import css from './field.module.css';
import { type Entry, type Question } from './kept/entry';
import { type KeptDocument, type KeptItem, type Taken } from './kept/taken';
import { KeptTexts } from './kept-text';
import { type Keep } from './observing';
import { claimable } from './targets';
import { fieldWords } from './words';

const outcomes = ['satisfactory', 'not_satisfactory', 'not_asked'] as const;
const signs: Record<Question['outcome'], string> = { satisfactory: '●', not_satisfactory: '▲', not_asked: '○' };
const looks = { satisfactory: css.shown, not_satisfactory: css.not_shown, not_asked: css.not_seen };

/** What was asked in speech and answered, question by question; what the visit is for comes first in the choice. */
export function Questions({
  entry,
  own,
  document: { items },
  keep,
}: {
  entry: Entry;
  own: Taken;
  document: KeptDocument;
  keep: Keep;
}) {
  const say = useWords(fieldWords);
  const { questions = [] } = entry;
  const isPlanned = new Set(own.targets.map(({ ref }) => ref));
  const targets = items.filter(({ type }) => claimable.has(type));
  const choice = [...targets].sort((a, b) => Number(isPlanned.has(b.ref)) - Number(isPlanned.has(a.ref)));
  const add = async (): Promise<void> => {
    const fresh: Question = { id: newId(), ref: '', text: '', answer: '', outcome: 'satisfactory' };
    await keep(({ questions: before = [] }) => ({ questions: [...before, fresh] }));
  };
  const change = (id: string, changes: Partial<Question>): Promise<boolean> =>
    keep(({ questions: before = [] }) => ({
      questions: before.map((one) => (one.id === id ? { ...one, ...changes } : one)),
    }));
  const remove = (id: string): Promise<boolean> =>
    keep(({ questions: before = [] }) => ({ questions: before.filter((one) => one.id !== id) }));
  return (
    <Section title={say.questions}>
      {questions.length === 0 && <Empty>{say.questionsEmpty}</Empty>}
      <ol className={css.targets}>
        {questions.map((question, index) => (
          <li key={question.id}>
            <OneQuestion
              of={entry.id}
              number={index + 1}
              question={question}
              targets={choice}
              onChange={(changes) => change(question.id, changes)}
              onRemove={() => void remove(question.id)}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => void add()}>{say.addQuestion}</Button>
      </div>
    </Section>
  );
}

function OneQuestion({
  of,
  number,
  question: { id, ref, text, answer, outcome },
  targets,
  onChange,
  onRemove,
}: {
  of: string;
  number: number;
  question: Question;
  targets: readonly KeptItem[];
  onChange: (changes: Partial<Question>) => Promise<boolean>;
  onRemove: () => void;
}) {
  const say = useWords(fieldWords);
  const names = { satisfactory: say.satisfactory, not_satisfactory: say.notSatisfactory, not_asked: say.notAsked };
  return (
    <fieldset className={css.target}>
      <legend>
        <strong>{say.question(number)}</strong>
      </legend>
      <KeptTexts
        of={of}
        name={`text-${id}`}
        label={say.questionText}
        rows={2}
        maxLength={2000}
        defaultValue={text}
        onKeep={(value) => onChange({ text: value })}
      />
      <Select
        name={`ref-${id}`}
        label={say.questionTarget}
        hint={say.questionTargetHint}
        optional
        value={ref}
        onChange={(event) => void onChange({ ref: event.currentTarget.value })}
      >
        <option value="">{say.noTarget}</option>
        {targets.map((item) => (
          <option key={item.ref} value={item.ref}>
            {item.code} {item.text}
          </option>
        ))}
      </Select>
      <div className={css.outcomes} role="radiogroup" aria-label={say.answered(number)}>
        {outcomes.map((one) => (
          <label key={one} className={looks[one]}>
            <input type="radio" name={id} checked={outcome === one} onChange={() => void onChange({ outcome: one })} />
            <span aria-hidden="true">{signs[one]}</span>
            {names[one]}
          </label>
        ))}
      </div>
      {outcome !== 'not_asked' && (
        <KeptTexts
          of={of}
          name={`answer-${id}`}
          label={say.answer}
          hint={say.answerHint}
          rows={3}
          maxLength={10_000}
          defaultValue={answer}
          onKeep={(value) => onChange({ answer: value })}
        />
      )}
      <div>
        <Button kind="plain" onClick={onRemove} aria-label={say.removeQuestionNamed(number)}>
          {say.removeQuestion}
        </Button>
      </div>
    </fieldset>
  );
}
