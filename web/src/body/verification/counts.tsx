import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { type Figures } from './agreement-table';
import css from './counts.module.css';
import { agreementWords } from './agreement-words';

type Answered = 'accepted' | 'rejected' | 'more_needed' | 'not_accepted';

/** How often which answers met: a row for each of the assessor's, a column for each of the verifier's. */
export function Counts({ of: { answers, table }, name }: { of: Figures; name: string }) {
  const say = useWords(agreementWords);
  const { number } = useFormats();
  const named = answers.map((one) => say[one as Answered]);
  return (
    <details>
      <summary>{say.showCounts}</summary>
      <table className={css.counts} aria-label={say.countsOf(name)}>
        <thead>
          <tr>
            <th scope="col">{say.assessorByVerifier}</th>
            {named.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map((row, i) => (
            <tr key={i}>
              <th scope="row">{named[i]}</th>
              {row.map((count, j) => (
                <td key={j} className={i === j ? css.same : undefined}>
                  {number(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
