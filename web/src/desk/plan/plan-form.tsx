import { useApi, useSend } from '../../api/use-api';
import { type Answer, type Body } from '../../api/client';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, Select, TextArea, TextField, textIn } from '../../ui/form';
import { Loaded } from '../../ui/page';
import { afterChange } from '../stale';
import { useContextNames } from './context-names';
import css from './plan.module.css';
import { planWords } from './words';

type Proposal = Answer<'/api/assessments/{assessmentId}/plan/proposal', 'get'>;
type NewPlan = Body<'/api/assessments/{assessmentId}/plans', 'post'>;

const availability: Record<string, boolean | undefined> = { yes: true, no: false };
const answerOf = (is: boolean | null): string => (is === null ? 'unknown' : is ? 'yes' : 'no');

/** The whole plan as the form has it; what it does not show (the parts of assessors) stays as it was. */
function planIn(data: FormData, { basedOnVersion, methods, contexts, adjustments, parts }: Proposal): NewPlan {
  const chosen = new Set(data.getAll('methods'));
  const what = textIn(data, 'what');
  const changed = textIn(data, 'changed');
  const added = what || changed ? [{ what: what ?? '', changed: changed ?? '' }] : [];
  return {
    basedOnVersion,
    methods: methods
      .filter(({ key }) => chosen.has(key))
      .map((method) => ({ ...method, reason: textIn(data, `reason-${method.key}`) })) as NewPlan['methods'],
    contexts: contexts.map(({ ref }) => ({
      ref,
      available: availability[textIn(data, `context-${ref}`) ?? ''] ?? null,
      reason: textIn(data, `why-${ref}`),
    })),
    adjustments: [...adjustments, ...added],
    parts,
    note: textIn(data, 'note'),
  };
}

/** A new version of the plan, beginning with what the server proposes. */
export function PlanForm({
  assessmentId,
  documentId,
  onSaved,
}: {
  assessmentId: string;
  documentId: string;
  onSaved: () => void;
}) {
  const say = useWords(planWords);
  const nameOf = useContextNames(documentId);
  const params = { assessmentId };
  const proposal = useApi('/api/assessments/{assessmentId}/plan/proposal', { params });
  const making = useSend('post', '/api/assessments/{assessmentId}/plans', {
    stale: [...afterChange, '/api/assessments/{assessmentId}/plans', '/api/assessments/{assessmentId}/plan/proposal'],
  });
  return (
    <Loaded of={proposal}>
      {(proposed) => (
        <Form
          problem={making.error}
          onSend={(data) =>
            void making.mutateAsync({ params, body: planIn(data, proposed) }).then(onSaved, () => undefined)
          }
        >
          <Methods proposed={proposed} />
          {proposed.methods.map(({ key, name, reason }) => (
            <TextField
              key={key}
              name={`reason-${key}`}
              label={say.methodReason(name)}
              defaultValue={reason ?? ''}
              optional
            />
          ))}
          {proposed.contexts.map(({ ref, available, reason }) => (
            <fieldset key={ref} className={css.context}>
              <legend>{nameOf(ref)}</legend>
              <Select name={`context-${ref}`} label={say.context} defaultValue={answerOf(available)}>
                <option value="unknown">{say.contextUnknown}</option>
                <option value="yes">{say.contextYes}</option>
                <option value="no">{say.contextNo}</option>
              </Select>
              <TextField name={`why-${ref}`} label={say.contextReason} defaultValue={reason ?? ''} optional />
            </fieldset>
          ))}
          <fieldset className={css.context}>
            <legend>{say.adjustments}</legend>
            <TextField name="what" label={say.adjustWhat} optional />
            <TextArea name="changed" label={say.adjustChanged} hint={say.adjustHelp} rows={2} optional />
          </fieldset>
          <TextArea name="note" label={say.note} defaultValue={proposed.note ?? ''} rows={3} optional />
          <Actions>
            <Button type="submit" kind="primary" busy={making.isPending}>
              {say.save}
            </Button>
          </Actions>
        </Form>
      )}
    </Loaded>
  );
}

function Methods({ proposed }: { proposed: Proposal }) {
  const say = useWords(planWords);
  return (
    <fieldset className={css.context}>
      <legend>{say.useMethods}</legend>
      {proposed.methods.map(({ key, name }) => (
        <label key={key} className={css.method}>
          <input type="checkbox" name="methods" value={key} defaultChecked />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
