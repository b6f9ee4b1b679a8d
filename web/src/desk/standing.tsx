import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { Card, Progress, Section } from '../ui/page';
import css from './desk.module.css';
import { partOf } from './frame';
import { type Coverage } from './types';
import { deskWords } from './words';

/** How much of what is required is met, and what to do next. Counts, never percentages. */
export function Standing({ coverage }: { coverage: Coverage }) {
  const say = useWords(deskWords);
  const { number } = useFormats();
  const me = usePerson();
  const { required, claims, items } = coverage.totals;
  const { met: reached = 0, of = 0 } = required;
  const { unjudged = 0 } = claims;
  const met = say.requiredMet(number(reached), number(of));
  const own = coverage.assessors.find(({ userId }) => userId === me.id);
  const waiting = unjudged > 0;
  return (
    <Section title={say.standing}>
      {own?.text && (
        <Notice tone="gap" title={say.notEntitled}>
          {own.text}
        </Notice>
      )}
      <Card>
        <p className={css.figure}>{met}</p>
        <Progress share={of === 0 ? 1 : reached / of} label={met} />
        <p>
          {say.itemsIn(number(items))} · {waiting ? say.claimsToJudge(number(unjudged)) : say.allJudged}
        </p>
        <div className={css.row}>
          <ButtonLink to={partOf(coverage.assessmentId, 'judging')} kind={waiting ? 'primary' : undefined}>
            {say.judging}
          </ButtonLink>
          <ButtonLink to={partOf(coverage.assessmentId, 'matrix')}>{say.matrix}</ButtonLink>
          <ButtonLink to={partOf(coverage.assessmentId, 'decision')} kind={waiting ? undefined : 'primary'}>
            {say.decision}
          </ButtonLink>
        </div>
      </Card>
      <Contents coverage={coverage} />
    </Section>
  );
}

/** What is on this long page, and how much of it. */
function Contents({ coverage: { findings, warnings, gaps } }: { coverage: Coverage }) {
  const say = useWords(deskWords);
  const { number } = useFormats();
  const blocking = findings.filter(({ refuses }) => refuses.includes('competent'));
  const links: [string, string][] = [
    ['blocks', say.jumpBlocks(number(blocking.length))],
    ['warnings', say.jumpWarnings(number(warnings.length))],
    ['gaps', say.jumpGaps(number(gaps.length))],
    ['attribute', say.attributions],
    ['requests', say.requests],
  ];
  return (
    <nav className={css.row} aria-label={say.onThisPage}>
      {links.map(([id, text]) => (
        <a key={id} href={`#${id}`} className={css.jump}>
          {text}
        </a>
      ))}
    </nav>
  );
}
