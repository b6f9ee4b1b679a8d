import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { Card, Progress, Section } from '../ui/page';
import css from './desk.module.css';
import { partOf } from './frame';
import { mendPlace } from './mend-places';
import { type Coverage } from './types';
import { deskWords } from './words';

/** What to do next, and how much of what is required is met. Counts, never percentages. */
export function Standing({ coverage, mayChange }: { coverage: Coverage; mayChange: boolean }) {
  const say = useWords(deskWords);
  const { number } = useFormats();
  const me = usePerson();
  const { required, claims, items } = coverage.totals;
  const { met: reached = 0, of = 0 } = required;
  const { unjudged = 0 } = claims;
  const met = say.requiredMet(number(reached), number(of));
  const own = coverage.assessors.find(({ userId }) => userId === me.id);
  return (
    <Section title={say.standing}>
      {own?.text && (
        <Notice tone="gap" title={say.notEntitled}>
          {own.text}
        </Notice>
      )}
      <Card>
        {mayChange && <Next coverage={coverage} />}
        <p className={css.figure}>{met}</p>
        <Progress share={of === 0 ? 1 : reached / of} label={met} />
        <p>
          {say.itemsIn(number(items))} · {unjudged > 0 ? say.claimsToJudge(number(unjudged)) : say.allJudged}
        </p>
      </Card>
      <Contents coverage={coverage} />
    </Section>
  );
}

/** The one thing to do next, as far as it can be told. */
function Next({ coverage: { assessmentId, totals, findings } }: { coverage: Coverage }) {
  const say = useWords(deskWords);
  const { number } = useFormats();
  const { unjudged = 0 } = totals.claims;
  const [first, ...more] = findings.filter(({ refuses }) => refuses.includes('competent'));
  const next = (text: string, to: string, label: string) => (
    <div className={css.next}>
      <p>
        <strong>{say.next}</strong> {text}
      </p>
      <div>
        <ButtonLink to={to} kind="primary">
          {label}
        </ButtonLink>
      </div>
    </div>
  );
  if (unjudged > 0) return next(say.nextJudge(number(unjudged)), partOf(assessmentId, 'judging'), say.judgeNow);
  if (totals.items === 0) return next(say.nextEvidence, partOf(assessmentId, 'records'), say.mendObserve);
  if (!first) return next(say.nextDecide, partOf(assessmentId, 'decision'), say.mendDecide);
  const place = mendPlace(first, assessmentId);
  const text = more.length > 0 ? say.nextMendFirst(first.title, number(more.length)) : say.nextMend(first.title);
  return next(text, place?.to ?? `${partOf(assessmentId, 'overview')}?at=blocks`, place ? say.mendIt : say.seeBlocks);
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
