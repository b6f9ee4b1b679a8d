import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, textIn, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { cohortsOf, useAssessments } from '../use-catalogue';
import { bodyWords } from '../words';
import { type Enrolled, enrolledPaths } from './enrolled';
import { administrationWords } from './administration-words';

/** Whom the candidate goes with and where they work, put right. */
export function Labels({ of: { id, cohort, workplace } }: { of: Enrolled }) {
  const say = useWords(administrationWords);
  const common = useWords(bodyWords);
  const assessments = useAssessments();
  const change = useSend('patch', '/api/assessments/{id}/enrolment', {
    stale: [...enrolledPaths, '/api/training-bodies/{bodyId}/grid'],
  });
  const send = (data: FormData): void => {
    const body = { cohort: textIn(data, 'cohort') ?? null, workplace: textIn(data, 'workplace') ?? null };
    change.mutate({ params: { id }, body });
  };
  return (
    <Section title={say.labels}>
      <p>{say.labelsHelp}</p>
      <Form problem={change.error} onSend={send}>
        {change.isSuccess && <Notice tone="met" title={say.labelsSaved} />}
        <TextField
          name="cohort"
          label={common.cohort}
          hint={say.cohortHint}
          defaultValue={cohort ?? ''}
          optional
          list="cohorts"
        />
        <datalist id="cohorts">
          {cohortsOf(assessments.data ?? []).map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <TextField
          name="workplace"
          label={say.workplace}
          hint={say.workplaceHint}
          defaultValue={workplace ?? ''}
          optional
        />
        <Actions>
          <Button type="submit" busy={change.isPending}>
            {say.saveLabels}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
