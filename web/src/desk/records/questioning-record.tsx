import { fieldWords } from '../../field/words';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Facts } from '../../ui/facts';
import { Badge } from '../../ui/page';
import { useMethods } from '../use-methods';
import { KeptRecord } from './kept-record';
import { newRecord } from './paths';
import css from './records.module.css';
import { answeredTones } from './tones';
import { type Questioning } from './types';
import { recordWords } from './words';
import { type Reading } from './written-record';

/** A questioning, or a conversation about prior learning, as it was written down. */
export function QuestioningRecord({ around, record, evidence }: Reading<Questioning>) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const { instant } = useFormats();
  const methods = useMethods(around.assessment);
  const { id, purpose, assessor, askedAt, endedAt, method, about, questions } = record;
  const { mayRecord, assessment, coverage } = around;
  const codes = new Map(coverage.targets.map(({ ref, code }) => [ref, code]));
  const items = coverage.items.filter((item) => about.includes(item.id));
  return (
    <KeptRecord
      around={around}
      evidence={evidence}
      by={assessor}
      sha256={record.signedSha256}
      anew={mayRecord ? newRecord(assessment.id, purpose, { from: id }) : undefined}
    >
      <Facts
        rows={[
          [say.kind, say[purpose]],
          [say.when, endedAt ? `${instant(askedAt)} – ${instant(endedAt)}` : instant(askedAt)],
          [say.place, record.place],
          [field.present, record.present],
          [field.method, methods.find(({ key }) => key === method)?.name],
          [say.about, items.map(({ number, title }) => `${number}. ${title}`).join(say.comma)],
          [say.notes, record.notes],
        ]}
      />
      <h3>{say.questions}</h3>
      <ol className={css.results}>
        {questions.map(({ id: one, text, refs, mode, answer, outcome, note }, index) => (
          <li key={one}>
            <Badge tone={answeredTones[outcome]}>{say[outcome]}</Badge>
            <div>
              <p className={css.asWritten}>
                <strong>{say.question(index + 1)}</strong> {text}
              </p>
              {answer && (
                <p className={css.asWritten}>
                  {say.answered}
                  {answer}
                </p>
              )}
              {note && <p className={css.asWritten}>{note}</p>}
              <p className={css.soft}>
                {outcome !== 'not_asked' && `${mode === 'oral' ? say.oral : say.inWriting}・`}
                {refs.length > 0 ? refs.map((ref) => codes.get(ref) ?? ref).join(say.comma) : say.noTargets}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </KeptRecord>
  );
}
