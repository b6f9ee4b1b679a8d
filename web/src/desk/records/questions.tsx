import { useRef, useState } from 'react';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { type Coverage } from '../types';
import { OneQuestion } from './one-question';
import { blankQuestion, isWritten } from './questioning-content';
import css from './records.module.css';
import { type Question } from './types';
import { recordWords } from './words';

/** Questions one below another, to be added, changed and taken out; what was taken out last can be put back. */
export function Questions({
  coverage,
  questions,
  onChange,
}: {
  coverage: Coverage;
  questions: readonly Question[];
  onChange: (questions: Question[]) => void;
}) {
  const say = useWords(recordWords);
  const list = useRef<HTMLOListElement>(null);
  const [removed, setRemoved] = useState<{ question: Question; index: number } | null>(null);
  const focus = (id: string): void => {
    const find = () => list.current?.querySelector<HTMLElement>(`[data-question="${id}"] textarea`);
    requestAnimationFrame(() => find()?.focus());
  };
  const add = (): void => {
    const question = blankQuestion();
    onChange([...questions, question]);
    focus(question.id);
  };
  const remove = (question: Question, index: number): void => {
    setRemoved({ question, index });
    onChange(questions.filter(({ id }) => id !== question.id));
  };
  const restore = (): void => {
    if (!removed) return;
    onChange(questions.toSpliced(removed.index, 0, removed.question));
    setRemoved(null);
    focus(removed.question.id);
  };
  return (
    <Section title={say.questions}>
      <p className={css.soft}>{say.questionsHelp}</p>
      <div data-field="questions" tabIndex={-1}>
        <ol ref={list} className={css.questions}>
          {questions.map((question, index) => (
            <li key={question.id} data-question={question.id}>
              <OneQuestion
                coverage={coverage}
                question={question}
                number={index + 1}
                sentAs={questions.slice(0, index).filter(isWritten).length}
                onChange={(part) =>
                  onChange(questions.map((one) => (one.id === question.id ? { ...one, ...part } : one)))
                }
                onRemove={() => remove(question, index)}
              />
            </li>
          ))}
        </ol>
      </div>
      <div aria-live="polite">
        {removed && (
          <Notice title={say.questionRemoved(removed.index + 1)}>
            <div>
              <Button small onClick={restore}>
                {say.restore}
              </Button>
            </div>
          </Notice>
        )}
      </div>
      <div>
        <Button onClick={add}>{say.addQuestion}</Button>
      </div>
    </Section>
  );
}
