import { useState } from 'react';
import { Link } from 'wouter';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Select, TextField } from '../../ui/form';
import { type Tone } from '../../ui/notice';
import { Badge, Empty, Loaded } from '../../ui/page';
import { ChooseGroup, everybody } from '../choose-group';
import { BodyPage, useBodyId } from '../frame';
import { Listed, Table } from '../table';
import { useAssessments } from '../use-catalogue';
import { bodyWords } from '../words';
import { type Standing, standings, useStandings } from './use-standings';
import { assessmentsWords } from './words';

const tones: Record<Standing, Tone | undefined> = {
  open: 'wait',
  competent: 'met',
  certified: 'met',
  not_yet_competent: 'gap',
  decided: undefined,
  withdrawn: undefined,
};

/** Every assessment of the body, by unit, cohort, state and name. */
export function Assessments() {
  const say = useWords(assessmentsWords);
  const common = useWords(bodyWords);
  const { day, number } = useFormats();
  const bodyId = useBodyId();
  const assessments = useAssessments();
  const [group, setGroup] = useState(everybody);
  const [state, setState] = useState('');
  const [search, setSearch] = useState('');
  const stateOf = useStandings();
  const names = { ...common, certified: say.certified, decided: say.decided, withdrawn: say.withdrawn };
  return (
    <BodyPage
      title={common.assessments}
      actions={
        <ButtonLink to={`/bodies/${bodyId}/enrolment`} kind="primary">
          {say.enrol}
        </ButtonLink>
      }
    >
      <ChooseGroup of={group} onChoose={setGroup}>
        <Select name="state" label={common.state} value={state} onChange={(e) => setState(e.currentTarget.value)}>
          <option value="">{common.all}</option>
          {standings
            .filter((one) => one !== 'decided')
            .map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
        </Select>
        <TextField name="search" label={say.search} value={search} onChange={(e) => setSearch(e.currentTarget.value)} />
      </ChooseGroup>
      <Loaded of={assessments}>
        {(all) => {
          const rows = all.filter(
            (one) =>
              (!group.documentId || one.document.id === group.documentId) &&
              (!group.cohort || one.cohort === group.cohort) &&
              (!state || stateOf(one) === state) &&
              one.candidate.name.toLowerCase().includes(search.trim().toLowerCase()),
          );
          if (rows.length === 0) return <Empty>{say.empty}</Empty>;
          const columns = [
            common.candidate,
            common.unit,
            common.cohort,
            common.state,
            say.enrolledAt,
            say.decidedAt,
            say.workplace,
            say.pathway,
          ];
          return (
            <Listed key={[group.documentId, group.cohort, state, search].join()} rows={rows}>
              {(shown) => (
                <Table label={common.assessments} columns={columns}>
                  {shown.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        <Link to={`/bodies/${bodyId}/assessments/${one.id}`}>{one.candidate.name}</Link>
                        {one.attempt > 1 && ` ${common.attempt(number(one.attempt))}`}
                      </th>
                      <td>
                        {one.document.code} {one.document.name}
                      </td>
                      <td>{one.cohort}</td>
                      <td>
                        <Badge tone={tones[stateOf(one)]}>{names[stateOf(one)]}</Badge>
                      </td>
                      <td>
                        <time dateTime={one.enrolledAt}>{day(one.enrolledAt)}</time>
                      </td>
                      <td>{one.decidedAt && <time dateTime={one.decidedAt}>{day(one.decidedAt)}</time>}</td>
                      <td>{one.workplace}</td>
                      <td>{common[one.pathway]}</td>
                    </tr>
                  ))}
                </Table>
              )}
            </Listed>
          );
        }}
      </Loaded>
    </BodyPage>
  );
}
