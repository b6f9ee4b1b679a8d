import { Link, useSearch } from 'wouter';
import { fieldWords } from '../../field/words';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { recordsOf } from './paths';
import css from './records.module.css';
import { type Around } from './types';
import { recordWords } from './words';

/** A sheet to be filled in by hand where no device can be used, and typed in afterwards. */
export function Blank({ around }: { around: Around }) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const isQuestioning = new URLSearchParams(useSearch()).get('kind') === 'questioning';
  const { assessment } = around;
  const lines = [
    [say.candidate, assessment.candidate.name],
    [field.startedAt, ''],
    [field.endedAt, ''],
    [say.place, ''],
    [field.present, ''],
    ...(isQuestioning ? [] : [[field.context, '']]),
  ];
  return (
    <article className={css.kept}>
      <p className={css.back}>
        <Link to={recordsOf(assessment.id)}>{say.all}</Link>
      </p>
      <div className={css.keptHead}>
        <h2>{isQuestioning ? say.blankQuestioning : say.blankObservation}</h2>
        <Button kind="primary" className={css.screen} onClick={() => window.print()}>
          {say.print}
        </Button>
      </div>
      <p className={css.screen}>{say.blankHelp}</p>
      <dl className={css.lines}>
        {lines.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {isQuestioning ? <QuestionSheet /> : <TargetSheet around={around} />}
      <dl className={css.lines}>
        {[say.assessorSignature, say.candidateSignature].map((term) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </article>
  );
}

function TargetSheet({ around: { coverage } }: { around: Around }) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  return (
    <div className={css.sheet} role="region" aria-label={say.blankObservation} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.target}</th>
            <th scope="col">{say.result}</th>
            <th scope="col">{say.whatSeen}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.targets.map(({ ref, code, text }) => (
            <tr key={ref}>
              <th scope="row">
                {code} {text}
              </th>
              <td>
                {[field.shown, field.notShown, field.notSeen].map((one) => (
                  <div key={one}>□ {one}</div>
                ))}
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rows = [1, 2, 3, 4, 5, 6, 7, 8];

function QuestionSheet() {
  const say = useWords(recordWords);
  return (
    <div className={css.sheet} role="region" aria-label={say.blankQuestioning} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.questionText}</th>
            <th scope="col">{say.answer}</th>
            <th scope="col">{say.result}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} className={css.tall}>
              <th scope="row">{row}.</th>
              <td />
              <td>
                <div>□ {say.satisfactory}</div>
                <div>□ {say.not_satisfactory}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
