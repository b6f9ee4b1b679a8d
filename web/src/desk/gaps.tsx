import { useState } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Badge, Empty, Section } from '../ui/page';
import { Attribute } from './attribute';
import css from './desk.module.css';
import { Done, type Said } from './done';
import { GapGroups } from './gap-groups';
import { targetStateLabels, typeLabels } from './labels';
import { MendLink } from './mend';
import { RequestForm } from './request-form';
import { targetTones } from './tones';
import { type Coverage, type Row } from './types';
import { deskWords } from './words';

type Doing = { ref: string; what: 'ask' | 'attribute' };

/** Required targets that are not met, each with what would close it and the means to have it closed. */
export function Gaps({ coverage, mayChange }: { coverage: Coverage; mayChange: boolean }) {
  const say = useWords(deskWords);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<Said | null>(null);
  const gaps = new Set(coverage.gaps);
  const rows = coverage.targets.filter(({ ref }) => gaps.has(ref));
  const finish = (text: string): void => {
    setDoing(null);
    setDone({ text });
  };
  return (
    <Section id="gaps" title={say.gaps}>
      <Done said={done} />
      {rows.length === 0 && <Empty>{say.gapsNone}</Empty>}
      <GapGroups coverage={coverage} rows={rows}>
        {(row) => (
          <li key={row.ref} className={css.gap}>
            <GapHead row={row} />
            <div>
              {row.closes.length > 0 && (
                <ul className={css.steps} aria-label={say.closes}>
                  {row.closes.map((step) => (
                    <li key={step.mend + step.text}>
                      {step.text} <MendLink assessmentId={coverage.assessmentId} of={{ ...step, targets: [row.ref] }} />
                    </li>
                  ))}
                </ul>
              )}
              {mayChange && doing?.ref !== row.ref && <GapActions row={row} onDo={setDoing} />}
            </div>
            {mayChange && doing?.ref === row.ref && doing.what === 'ask' && (
              <RequestForm
                assessmentId={coverage.assessmentId}
                targetRefs={[row.ref]}
                text={row.closes.map(({ text }) => text).join('\n')}
                onDone={() => finish(say.askDone)}
                onCancel={() => setDoing(null)}
              />
            )}
            {mayChange && doing?.ref === row.ref && doing.what === 'attribute' && (
              <Attribute
                coverage={coverage}
                rows={[row]}
                onDone={() => finish(say.attributeDone)}
                onCancel={() => setDoing(null)}
              />
            )}
          </li>
        )}
      </GapGroups>
    </Section>
  );
}

function GapHead({ row }: { row: Row }) {
  const states = useWords(targetStateLabels);
  const types = useWords(typeLabels);
  return (
    <div>
      <h3 className={css.row}>
        <Badge tone={targetTones[row.state]}>{states[row.state]}</Badge>
        <span>
          {types[row.type]} {row.code}
        </span>
      </h3>
      <p>{row.text}</p>
    </div>
  );
}

function GapActions({ row, onDo }: { row: Row; onDo: (doing: Doing) => void }) {
  const say = useWords(deskWords);
  const mayAttribute = row.type === 'knowledge' || row.type === 'skill';
  return (
    <div className={css.row}>
      <Button small aria-label={say.askAbout(row.code)} onClick={() => onDo({ ref: row.ref, what: 'ask' })}>
        {say.ask}
      </Button>
      {mayAttribute && (
        <Button
          small
          aria-label={say.attributeAbout(row.code)}
          onClick={() => onDo({ ref: row.ref, what: 'attribute' })}
        >
          {say.attribute}
        </Button>
      )}
    </div>
  );
}
