import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { useSend } from '../../api/use-api';
import { Button, ButtonLink } from '../../ui/button';
import { Actions, Choices, Form, Select, textIn, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Card, Empty, Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Row } from '../table';
import { cohortsOf, useAssessments, useDocuments, usePeople } from '../use-catalogue';
import { bodyWords } from '../words';
import { enrolmentWords } from './words';

/** One candidate is enrolled to exactly one version of a unit. */
export function Enrolment() {
  const say = useWords(enrolmentWords);
  const bodyId = useBodyId();
  const people = usePeople();
  const has = (role: string): boolean => !!people.data?.some((one) => one.memberships.some((m) => m.role === role));
  return (
    <BodyPage title={say.title}>
      <Row>
        <span>{say.csvLead}</span>
        <ButtonLink to={`/bodies/${bodyId}/enrolment/csv`}>{say.csvLink}</ButtonLink>
      </Row>
      <Loaded of={people}>
        {() =>
          has('candidate') && has('assessor') ? (
            <Card>
              <h2>{say.one}</h2>
              <p>{say.oneHelp}</p>
              <EnrolOne />
            </Card>
          ) : (
            <Empty>
              <p>{say.needPeople}</p>
              <ButtonLink to={`/bodies/${bodyId}/people/new`} kind="primary">
                {say.addPeople}
              </ButtonLink>
            </Empty>
          )
        }
      </Loaded>
    </BodyPage>
  );
}

function EnrolOne() {
  const say = useWords(enrolmentWords);
  const common = useWords(bodyWords);
  const { aside } = useFormats();
  const bodyId = useBodyId();
  const candidates = usePeople('candidate');
  const assessors = usePeople('assessor');
  const documents = useDocuments();
  const assessments = useAssessments();
  const enrol = useSend('post', '/api/training-bodies/{bodyId}/assessments', {
    stale: ['/api/assessments', '/api/training-bodies/{bodyId}/grid'],
  });
  const send = (data: FormData): void => {
    const body = {
      candidateId: textIn(data, 'candidateId') ?? '',
      documentId: textIn(data, 'documentId') ?? '',
      leadAssessorId: textIn(data, 'leadAssessorId') ?? '',
      pathway: data.get('pathway') as 'training' | 'rpl',
      cohort: textIn(data, 'cohort'),
      workplace: textIn(data, 'workplace'),
    };
    enrol.mutate({ params: { bodyId }, body });
  };
  const persons = (list: typeof candidates.data) =>
    list?.map(({ id, name, email }) => (
      <option key={id} value={id}>
        {name}
        {aside(email)}
      </option>
    ));
  return (
    <Form problem={enrol.error} onSend={send}>
      {enrol.data && (
        <Notice tone="met" title={say.enrolled(enrol.data.candidate.name)}>
          <Row>
            <ButtonLink small to={`/assessments/${enrol.data.id}`}>
              {say.seeAssessment}
            </ButtonLink>
          </Row>
        </Notice>
      )}
      <Select name="candidateId" label={say.candidate} hint={say.candidateHint}>
        <option value="">{say.choose}</option>
        {persons(candidates.data)}
      </Select>
      <Select name="documentId" label={common.unit}>
        <option value="">{say.choose}</option>
        {documents.data?.map(({ id, code, name }) => (
          <option key={id} value={id}>
            {code} {name}
          </option>
        ))}
      </Select>
      <Select name="leadAssessorId" label={say.assessor}>
        <option value="">{say.choose}</option>
        {persons(assessors.data)}
      </Select>
      <Choices
        name="pathway"
        label={say.pathway}
        choices={[
          { value: 'training', label: common.training },
          { value: 'rpl', label: common.rpl },
        ]}
      />
      <TextField name="cohort" label={common.cohort} hint={say.cohortHint} optional list="cohorts" />
      <datalist id="cohorts">
        {cohortsOf(assessments.data ?? []).map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <TextField name="workplace" label={say.workplace} hint={say.workplaceHint} optional />
      <Actions>
        <Button type="submit" kind="primary" busy={enrol.isPending}>
          {say.enrol}
        </Button>
      </Actions>
    </Form>
  );
}
