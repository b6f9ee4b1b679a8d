import { useWords } from '../../i18n/words';
import { Select, TextField } from '../../ui/form';
import { type EditedPlan } from './edited';
import css from './plan.module.css';
import { planWords } from './words';

type Context = EditedPlan['contexts'][number];
const answers: Record<string, boolean | null> = { unknown: null, yes: true, no: false };
const answerOf = (is: boolean | null): string => (is === null ? 'unknown' : is ? 'yes' : 'no');

/** Whether what the document asks for is there; where it is not, why, and what takes its place (rule V5). */
export function ContextFields({
  contexts,
  nameOf,
  onChange,
}: {
  contexts: Context[];
  nameOf: (ref: string) => string;
  onChange: (contexts: Context[]) => void;
}) {
  const say = useWords(planWords);
  if (contexts.length === 0) return null;
  return (
    <fieldset className={css.context}>
      <legend>{say.contexts}</legend>
      {contexts.map((context, index) => {
        const { ref, available, reason } = context;
        const change = (changes: Partial<Context>): void => onChange(contexts.with(index, { ...context, ...changes }));
        return (
          <div key={ref} className={css.pair}>
            <Select
              name={`contexts.${index}.available`}
              label={nameOf(ref)}
              value={answerOf(available)}
              onChange={({ target }) => change({ available: answers[target.value] ?? null })}
            >
              <option value="unknown">{say.contextUnknown}</option>
              <option value="yes">{say.contextYes}</option>
              <option value="no">{say.contextNo}</option>
            </Select>
            {(available !== true || reason) && (
              <TextField
                name={`contexts.${index}.reason`}
                label={say.contextReason}
                value={reason ?? ''}
                onChange={({ target }) => change({ reason: target.value })}
                optional
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
