import { useState } from 'react';
import { Link } from 'wouter';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Select, TextField } from '../../ui/form';
import { Badge, Empty, Loaded } from '../../ui/page';
import { ChooseGroup, everybody } from '../choose-group';
import { BodyPage, useBodyId } from '../frame';
import { Table } from '../table';
import { useAssessments } from '../use-catalogue';
import { bodyWords } from '../words';
import { assessmentsWords } from './words';

const states = ['open', 'decided', 'withdrawn'] as const;
type State = (typeof states)[number];

const stateOf = (one: { decidedAt: string | null; withdrawnAt: string | null }): State =>
  one.decidedAt ? 'decided' : one.withdrawnAt ? 'withdrawn' : 'open';

/** Rows on the page at once; who looks for others narrows the choice. */
const most = 500;

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
  const names = { open: common.open, decided: say.decided, withdrawn: say.withdrawn };
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
          {states.map((one) => (
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
            <>
              <p role="status">
                {rows.length > most ? say.first(number(most), number(rows.length)) : common.shown(number(rows.length))}
              </p>
              <Table label={common.assessments} columns={columns}>
                {rows.slice(0, most).map((one) => (
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
                      <Badge tone={stateOf(one) === 'decided' ? 'met' : stateOf(one) === 'open' ? 'wait' : undefined}>
                        {names[stateOf(one)]}
                      </Badge>
                    </td>
                    <td>{day(one.enrolledAt)}</td>
                    <td>{one.decidedAt && day(one.decidedAt)}</td>
                    <td>{one.workplace}</td>
                    <td>{common[one.pathway]}</td>
                  </tr>
                ))}
              </Table>
            </>
          );
        }}
      </Loaded>
    </BodyPage>
  );
}
