import { useState } from 'react';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Actions, Select } from '../../ui/form';
import { Empty, Loaded, Section } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Filters } from '../table';
import { cohortsOf, documentsOf, useAssessments } from '../use-catalogue';
import { bodyWords } from '../words';
import { Agreement } from './agreement';
import { CohortProgress } from './cohort-progress';
import { Load } from './load';
import css from './overview.module.css';
import { Waiting } from './waiting';
import { overviewWords } from './words';

type Rows = NonNullable<ReturnType<typeof useAssessments>['data']>;

/** How a training body's cohorts are doing, in pictures with their tables, and what waits for somebody. */
export function Overview() {
  const say = useWords(overviewWords);
  const common = useWords(bodyWords);
  const bodyId = useBodyId();
  const assessments = useAssessments();
  return (
    <BodyPage title={common.overview}>
      <Waiting />
      <Loaded of={assessments}>
        {(rows) =>
          rows.length > 0 ? (
            <Progress rows={rows} />
          ) : (
            <Empty>
              <h2>{say.start}</h2>
              <p>{say.startHelp}</p>
              <Actions>
                <ButtonLink to={`/bodies/${bodyId}/people/new`} kind="primary">
                  {say.addPeople}
                </ButtonLink>
                <ButtonLink to={`/bodies/${bodyId}/enrolment`}>{say.enrol}</ButtonLink>
              </Actions>
            </Empty>
          )
        }
      </Loaded>
      <Load />
      <Agreement />
    </BodyPage>
  );
}

function Progress({ rows }: { rows: Rows }) {
  const say = useWords(overviewWords);
  const common = useWords(bodyWords);
  const documents = documentsOf(rows);
  const [documentId, setDocument] = useState(() => busiest(rows));
  const [cohort, setCohort] = useState('');
  const unit = documents.find(({ id }) => id === documentId);
  const cohorts = cohortsOf(rows.filter(({ document }) => document.id === documentId));
  const chosen = cohorts.includes(cohort) ? cohort : '';
  return (
    <Section title={say.progress}>
      <Filters>
        <Select
          name="document"
          label={common.unit}
          value={documentId}
          onChange={(e) => setDocument(e.currentTarget.value)}
        >
          {documents.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} {name}
            </option>
          ))}
        </Select>
        <Select name="cohort" label={common.cohort} value={chosen} onChange={(e) => setCohort(e.currentTarget.value)}>
          <option value="">{common.allCohorts}</option>
          {cohorts.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      </Filters>
      <p className={css.onPaper}>
        {unit?.code} {unit?.name} · {chosen || common.allCohorts}
      </p>
      <CohortProgress
        documentId={documentId}
        cohort={chosen}
        rows={rows.filter((row) => row.document.id === documentId && (!chosen || row.cohort === chosen))}
      />
    </Section>
  );
}

/** The document that most are being assessed against. */
function busiest(rows: Rows): string {
  const open = (id: string): number => rows.filter((one) => one.document.id === id && !one.decidedAt).length;
  return documentsOf(rows).toSorted((a, b) => open(b.id) - open(a.id))[0]!.id;
}
