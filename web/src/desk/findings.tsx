import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Explain } from '../help/explain';
import { useWords } from '../i18n/words';
import { Badge, Empty, Section } from '../ui/page';
import css from './desk.module.css';
import { Done, type Said } from './done';
import { partOf } from './frame';
import { Mend } from './mend';
import { type Coverage, type Finding } from './types';
import { Waive } from './waive';
import { deskWords } from './words';

/** What the rules found, in the server's words: first what blocks, then what only warns and may be answered for. */
export function Findings({ coverage, mayWaive, mayAsk }: { coverage: Coverage; mayWaive: boolean; mayAsk: boolean }) {
  const say = useWords(deskWords);
  const [done, setDone] = useState<Said | null>(null);
  const blocking = coverage.findings.filter(({ refuses }) => refuses.includes('competent'));
  return (
    <>
      <Section id="blocks" title={say.blocks}>
        {blocking.length > 0 && <p>{say.blocksHelp}</p>}
        <Explain what="findings" />
        <FindingList coverage={coverage} findings={blocking} none={say.blocksNone} mayAsk={mayAsk} />
      </Section>
      <Section id="warnings" title={say.warnings}>
        {coverage.warnings.length > 0 && <p>{say.warningsHelp}</p>}
        {mayWaive && coverage.warnings.length > 0 && <Explain what="waivers" />}
        <Done said={done} />
        <FindingList
          coverage={coverage}
          findings={coverage.warnings}
          none={say.warningsNone}
          onAnswered={mayWaive ? (text) => setDone({ text }) : undefined}
          mayAsk={mayAsk}
        />
      </Section>
    </>
  );
}

/** Findings one below another, each with what would mend it and what it concerns. */
export function FindingList({
  coverage,
  findings,
  none,
  onAnswered,
  mayAsk = false,
}: {
  coverage: Coverage;
  findings: readonly Finding[];
  none: string;
  /** Called with what to say after a warning was answered for, or that was taken back; undefined for who may not. */
  onAnswered?: (text: string) => void;
  mayAsk?: boolean;
}) {
  if (findings.length === 0) return <Empty>{none}</Empty>;
  return (
    <ul className={css.list}>
      {byRule(findings).map((group) => (
        <li key={keyOf(group[0]!)} className={css.finding}>
          <FindingHead finding={group[0]!} count={group.length} />
          <Several findings={group}>
            {(finding) => (
              <>
                <p>{finding.problemText}</p>
                <p className={css.mend}>{finding.mendText}</p>
                <Mend coverage={coverage} finding={finding} mayAsk={mayAsk} />
                <Concerned coverage={coverage} finding={finding} />
                {finding.severity === 'warns' && (
                  <Waive
                    assessmentId={coverage.assessmentId}
                    finding={finding}
                    mayWaive={onAnswered !== undefined}
                    onDone={(text) => onAnswered?.(text)}
                  />
                )}
              </>
            )}
          </Several>
        </li>
      ))}
    </ul>
  );
}

const keyOf = ({ rule, problem, targets, items }: Finding): string => [rule, problem, ...targets, ...items].join();

/** What one rule found is told together; what somebody has answered for stands by itself. */
function byRule(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.waiver ? finding.waiver.id : finding.rule;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** The first in full, the others when they are asked for. */
function Several({ findings, children }: { findings: Finding[]; children: (finding: Finding) => ReactNode }) {
  const say = useWords(deskWords);
  const [first, ...others] = findings;
  return (
    <>
      {children(first!)}
      {others.length > 0 && (
        <details>
          <summary>{say.more(String(others.length))}</summary>
          <ul className={css.list}>
            {others.map((finding) => (
              <li key={keyOf(finding)} className={css.further}>
                {children(finding)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function FindingHead({ finding, count }: { finding: Finding; count: number }) {
  const say = useWords(deskWords);
  const tone = finding.severity === 'blocks' ? 'gap' : finding.waiver ? 'met' : 'wait';
  return (
    <h3 className={css.row}>
      <Badge tone={tone}>{finding.waiver ? say.waived : finding.rule}</Badge>
      {finding.title}
      {count > 1 && <span className={css.soft}>{say.places(String(count))}</span>}
    </h3>
  );
}

const shown = 12;

/** Links to the evidence and the targets that a finding is about. */
function Concerned({ coverage, finding }: { coverage: Coverage; finding: Finding }) {
  const say = useWords(deskWords);
  const items = useMemo(() => new Map(coverage.items.map((item) => [item.id, item])), [coverage]);
  const targets = useMemo(() => new Map(coverage.targets.map((target) => [target.ref, target])), [coverage]);
  const id = coverage.assessmentId;
  const links = [
    ...finding.items.flatMap((one) => {
      const item = items.get(one);
      if (!item) return [];
      const to = `${partOf(id, 'judging')}?item=${one}`;
      return [{ key: one, to, text: say.evidence(String(item.number)), title: item.title }];
    }),
    ...finding.targets.flatMap((one) => {
      const target = targets.get(one);
      if (!target) return [];
      const to = `${partOf(id, 'matrix')}?target=${encodeURIComponent(one)}`;
      return [{ key: one, to, text: target.code, title: target.text }];
    }),
  ];
  if (links.length === 0) return null;
  const row = (some: typeof links) =>
    some.map(({ key, to, text, title }) => (
      <Link key={key} to={to} title={title}>
        {text}
      </Link>
    ));
  return (
    <div className={css.links}>
      <span>{say.concerns}</span>
      {row(links.slice(0, shown))}
      {links.length > shown && (
        <details>
          <summary>{say.more(String(links.length - shown))}</summary>
          <div className={css.links}>{row(links.slice(shown))}</div>
        </details>
      )}
    </div>
  );
}
