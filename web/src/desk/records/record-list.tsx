import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Select } from '../../ui/form';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { Invitations } from './invitations';
import { NewRecord } from './new-record';
import { type Listed, listedOf, type Shown, shows } from './listed';
import { recordsOf } from './paths';
import css from './records.module.css';
import { Sittings } from './sittings';
import { stateTones } from './tones';
import { type Around } from './types';
import { recordWords } from './words';

/** All that assessors wrote down in an assessment, what they saw together, and whom they asked. */
export function RecordList({ around }: { around: Around }) {
  return (
    <>
      <NewRecord around={around} />
      <Written around={around} />
      <Sittings around={around} />
      {around.mayInvite && <Invitations around={around} />}
    </>
  );
}

function Written({ around: { assessment } }: { around: Around }) {
  const say = useWords(recordWords);
  const [shown, setShown] = useState<Shown>('all');
  const params = { assessmentId: assessment.id };
  const observations = useApi('/api/assessments/{assessmentId}/observations', { params });
  const questionings = useApi('/api/assessments/{assessmentId}/questionings', { params });
  const both = {
    data: observations.data && questionings.data && listedOf(observations.data, questionings.data),
    error: observations.error ?? questionings.error,
    refetch: () => Promise.all([observations.refetch(), questionings.refetch()]),
  };
  return (
    <Section title={say.written}>
      <Loaded of={both}>
        {(all) => {
          const some = all.filter((one) => shows(shown, one));
          return (
            <>
              {all.length === 0 && <Empty>{say.writtenNone}</Empty>}
              {all.length > 4 && (
                <Select
                  name="shown"
                  label={say.show}
                  value={shown}
                  onChange={(event) => setShown(event.currentTarget.value as Shown)}
                  className={css.filter}
                >
                  {(['all', 'draft', 'signed', 'withdrawn'] as const).map((one) => (
                    <option key={one} value={one}>
                      {say.showing(say[one], all.filter((each) => shows(one, each)).length)}
                    </option>
                  ))}
                </Select>
              )}
              {all.length > 0 && some.length === 0 && <Empty>{say.showsNone}</Empty>}
              <ul className={css.rows}>
                {some.map((one) => (
                  <Row key={one.id} assessmentId={assessment.id} record={one} />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Row({ assessmentId, record }: { assessmentId: string; record: Listed }) {
  const say = useWords(recordWords);
  const me = usePerson();
  const { instant } = useFormats();
  const { id, number, title, kind, at, assessor, state, signedAt, path } = record;
  return (
    <li className={css.row}>
      <div>
        <h3>
          <Link to={recordsOf(assessmentId, `${path}/${id}`)}>
            {number}. {title}
          </Link>
        </h3>
        <p className={css.soft}>
          {say[kind]}・{instant(at)}
        </p>
        <p className={css.soft}>
          {signedAt ? say.signedBy(assessor.name, instant(signedAt)) : say.writtenBy(assessor.name)}
        </p>
      </div>
      <Badge tone={stateTones[state]}>{state === 'draft' && assessor.id === me.id ? say.draftMine : say[state]}</Badge>
    </li>
  );
}
