import { useState } from 'react';
import { Link } from 'wouter';
import { formLabels } from '../desk/labels';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Badge, Empty, Section } from '../ui/page';
import css from './candidate.module.css';
import { evidenceWords } from './evidence-words';
import { isLive } from './four-rules';
import { type Coverage } from './types';
import { candidateWords } from './words';

/** So many are shown before one asks for all. */
const most = 20;

/** All evidence of the assessment, and whether anything keeps it from counting. */
export function MyEvidence({ assessmentId, coverage }: { assessmentId: string; coverage: Coverage }) {
  const say = useWords(evidenceWords);
  const forms = useWords(formLabels);
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const { items, cells } = coverage;
  const targetsOf = (id: string): number =>
    cells.filter(({ item, claims }) => item === id && claims.some(isLive)).length;
  return (
    <Section title={say.title}>
      {items.length === 0 && <Empty>{say.none}</Empty>}
      <ul className={css.targets}>
        {(all ? items : items.slice(0, most)).map((item) => (
          <li key={item.id} className={css.piece}>
            <span className={css.code}>{item.number}</span>
            <span className={css.text}>
              <Link to={`/assessments/${assessmentId}/evidence/${item.id}`}>{item.title}</Link>
              <span className={css.soft}>
                {forms[item.form]} · {say.shows(number(targetsOf(item.id)))}
              </span>
            </span>
            <ItemState item={item} />
          </li>
        ))}
      </ul>
      {!all && items.length > most && (
        <div>
          <Button onClick={() => setAll(true)}>{say.showAll(number(items.length))}</Button>
        </div>
      )}
    </Section>
  );
}

function ItemState({ item: { state, faults } }: { item: Coverage['items'][number] }) {
  const evidence = useWords(evidenceWords);
  const say = useWords(candidateWords);
  if (state === 'ready') return <Badge tone="met">{evidence.ready}</Badge>;
  if (state === 'withdrawn') return <Badge>{evidence.withdrawn}</Badge>;
  return (
    <Badge tone="gap">
      {faults[0] === 'undeclared' ? evidence.undeclared : faults[0] ? say[`why_${faults[0]}`] : ''}
    </Badge>
  );
}
