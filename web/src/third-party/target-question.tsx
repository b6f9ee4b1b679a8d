import { useWords } from '../i18n/words';
import { Choices, TextArea } from '../ui/form';
import { Card } from '../ui/page';
import { type Report, type ThirdPartyForm } from './draft';
import css from './third-party.module.css';
import { thirdPartyWords } from './words';

type Given = Report['answers'][number];
const seen = ['yes', 'partly', 'no', 'unknown'] as const;

/** One thing that was asked: whether it was seen, and an example of it. */
export function TargetQuestion({
  target,
  answer,
  onAnswer,
}: {
  target: ThirdPartyForm['targets'][number];
  answer: Given | undefined;
  onAnswer: (answer: Given) => void;
}) {
  const say = useWords(thirdPartyWords);
  const { ref, code, text } = target;
  return (
    <Card>
      <h3 className={css.target}>
        <span className={css.code}>{code}</span> {text}
      </h3>
      <Choices
        name={`seen:${ref}`}
        label={
          <>
            {say.question}
            <span className="unseen">{text}</span>
          </>
        }
        choices={seen.map((value) => ({ value, label: say[value] }))}
        value={answer?.seen ?? ''}
        onChoose={(value) => onAnswer({ ...answer, ref, seen: value as Given['seen'] })}
      />
      {answer && answer.seen !== 'unknown' && (
        <TextArea
          name={`comment:${ref}`}
          label={say.comment}
          hint={say.commentHint}
          optional
          rows={3}
          maxLength={2_000}
          value={answer.comment ?? ''}
          onChange={(event) => onAnswer({ ...answer, comment: event.currentTarget.value })}
        />
      )}
    </Card>
  );
}
