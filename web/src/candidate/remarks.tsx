import { useWords } from '../i18n/words';
import { Section } from '../ui/page';
import css from './candidate.module.css';
import { type Coverage } from './types';
import { candidateWords } from './words';

/** Rules about evidence as a whole that a candidate can do something about; the others are for those who assess. */
const ownRules: ReadonlySet<string> = new Set([
  'S5',
  'S6',
  'S7',
  'S8',
  'S9',
  'S10',
  'A2',
  'A4',
  'A5',
  'A6',
  'C1',
  'C2',
  'R2',
]);

/** What is amiss with the evidence as a whole, in the rules' own words, and what would mend it. */
export function Remarks({ coverage }: { coverage: Coverage }) {
  const say = useWords(candidateWords);
  const own = coverage.findings.filter(({ rule, waiver }) => ownRules.has(rule) && !waiver);
  if (coverage.items.length === 0 || own.length === 0) return null;
  return (
    <Section title={say.remarks}>
      <p>{say.remarksHelp}</p>
      <ul className={css.targets}>
        {own.map((finding) => (
          <li key={`${finding.rule} ${finding.problem} ${finding.items.join()} ${finding.targets.join()}`}>
            <details className={css.target}>
              <summary>
                <span className={css.code} />
                <span>{finding.title}</span>
              </summary>
              <div className={css.inside}>
                <p>{finding.problemText}</p>
                <p>
                  <strong>{say.steps}</strong> {finding.mendText}
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
