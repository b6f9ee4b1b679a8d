import { useState } from 'react';
import { useAll } from '../api/use-all';
import { Explain } from '../help/explain';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Empty, Progress, Section } from '../ui/page';
import css from './candidate.module.css';
import { groupsOf } from './groups';
import { TargetDetails } from './target-details';
import { type Coverage } from './types';
import { candidateWords } from './words';

/** What is still missing, target by target, and why. */
export function Missing({
  assessmentId,
  coverage,
  isOpen,
}: {
  assessmentId: string;
  coverage: Coverage;
  isOpen: boolean;
}) {
  const say = useWords(candidateWords);
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const judgements = useAll('/api/assessments/{assessmentId}/judgements', { params: { assessmentId } });
  const latest = new Map(
    [...(judgements.data ?? [])]
      .sort((a, b) => a.judgedAt.localeCompare(b.judgedAt))
      .map((one) => [one.claimId, one] as const),
  );
  const { met = 0, of = 0 } = coverage.totals.required;
  const rows = coverage.targets.filter((row) => all || (row.required && !row.met));
  const progress = say.metOf(number(met), number(of));
  return (
    <Section title={isOpen ? say.missing : say.states}>
      <div className={css.progress}>
        <span>{progress}</span>
        <Progress share={of ? met / of : 0} label={progress} />
      </div>
      <Explain what="rules" />
      <fieldset className={css.switch}>
        <legend className="unseen">{say.which}</legend>
        {[false, true].map((one) => (
          <label key={String(one)}>
            <input type="radio" name="which" checked={all === one} onChange={() => setAll(one)} />
            {one ? say.showAll : say.showGaps}
          </label>
        ))}
      </fieldset>
      {rows.length === 0 && <Empty>{isOpen ? say.nothingMissing : say.allMet}</Empty>}
      {groupsOf(coverage, rows).map(({ key, heading, type, rows: own }, index) => (
        <details key={key} className={css.group} open={index === 0}>
          <summary>
            <h3>{heading ? `${heading.code} ${heading.text}` : say[type]}</h3>
            <span className={css.soft}>
              {all
                ? say.groupMet(number(own.filter((row) => row.met).length), number(own.length))
                : say.groupGaps(number(own.length))}
            </span>
          </summary>
          <ul className={css.targets}>
            {own.map((row) => (
              <li key={row.ref}>
                <TargetDetails {...{ assessmentId, coverage, row, isOpen }} judgementOf={(id) => latest.get(id)} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}
