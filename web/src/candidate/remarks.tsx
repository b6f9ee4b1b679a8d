import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { Badge, Section } from '../ui/page';
import css from './candidate.module.css';
import { isForAssessors, useMendText } from './mend';
import { type Coverage, type Finding } from './types';
import { candidateWords } from './words';

/**
 * Rules about evidence as a whole, or about one item, whose mending begins with the candidate. What a single target lacks
 * (S1, S3, S4) stands at the target, what only has to be declared (A1) is the next step, and the others are for those who
 * assess.
 */
const ownRules: ReadonlySet<string> = new Set([
  ...['S5', 'S6', 'S7', 'S8', 'S9', 'S10'],
  ...['A2', 'A3', 'A4', 'A5', 'A6', 'C1', 'C2', 'R2'],
]);

/** That somebody else has the same file (A4) is for the assessor to look into first. */
const isOwn = ({ rule, problem, waiver }: Finding): boolean =>
  ownRules.has(rule) && problem !== 'same_bytes_elsewhere' && !waiver;

/** What one rule finds of several items or targets is one remark, but for who has to mend it. */
function remarksOf({ findings, warnings }: Coverage): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const one of [...findings, ...warnings].filter(isOwn)) {
    const key = `${one.rule} ${isForAssessors(one.mend)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** What is amiss with the evidence as a whole, in the rules' own words, and what would mend it. */
export function Remarks({ assessmentId, coverage }: { assessmentId: string; coverage: Coverage }) {
  const say = useWords(candidateWords);
  const all = remarksOf(coverage);
  if (coverage.items.length === 0 || all.length === 0) return null;
  const parts = [
    { title: say.remarksOwn, remarks: all.filter(([one]) => !isForAssessors(one!.mend)) },
    { title: say.remarksTogether, remarks: all.filter(([one]) => isForAssessors(one!.mend)) },
  ];
  return (
    <Section title={say.remarks}>
      <p>{say.remarksHelp}</p>
      {parts.map(
        ({ title, remarks }) =>
          remarks.length > 0 && (
            <div key={title} className={css.remarks}>
              <h3>{title}</h3>
              <ul className={css.targets}>
                {remarks.map((findings) => (
                  <li key={findings[0]!.rule}>
                    <Remark {...{ assessmentId, coverage, findings }} />
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </Section>
  );
}

interface Shown {
  assessmentId: string;
  coverage: Coverage;
  findings: readonly Finding[];
}

function Remark({ assessmentId, coverage, findings }: Shown) {
  const say = useWords(candidateWords);
  const textOf = useMendText(coverage);
  const { title, severity } = findings[0]!;
  const mends = [...new Set(findings.map(({ mend }) => mend))].map((mend) => {
    const own = findings.filter((one) => one.mend === mend);
    return textOf(
      mend,
      own.flatMap((one) => one.items),
      own[0]!.mendText,
    );
  });
  const itemIds = new Set(findings.flatMap((one) => one.items));
  const items = coverage.items.filter(({ id }) => itemIds.has(id));
  return (
    <details className={css.target}>
      <summary>
        <span className={css.code} />
        <span className={css.text}>{title}</span>
        <Badge tone={severity === 'warns' ? undefined : 'gap'}>
          {severity === 'warns' ? say.remarkAdvice : say.remarkNeeded}
        </Badge>
      </summary>
      <div className={css.inside}>
        {findings.slice(0, 3).map(({ problemText, targets, items: own }) => (
          <p key={`${own.join()} ${targets.join()}`}>{problemText}</p>
        ))}
        {findings.length > 3 && <p>{say.remarksMore(findings.length - 3)}</p>}
        <h4>{say.steps}</h4>
        <ul className={css.steps}>
          {mends.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {items.length > 0 && (
          <ul className={css.plain}>
            {items.map(({ id, number, title: name }) => (
              <li key={id}>
                <Link to={`/assessments/${assessmentId}/evidence/${id}`}>
                  {number}. {name}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
