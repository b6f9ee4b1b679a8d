import { useWords } from '../../i18n/words';
import { Checkbox, Select } from '../../ui/form';
import { type Coverage } from '../types';
import { type EditedPlan } from './edited';
import css from './plan.module.css';
import { planWords } from './words';

type Part = EditedPlan['parts'][number];

/** Who assesses what: the whole, or the chosen parts of the document. */
export function PartFields({
  coverage,
  parts,
  onChange,
}: {
  coverage: Coverage;
  parts: Part[];
  onChange: (parts: Part[]) => void;
}) {
  const say = useWords(planWords);
  const criteria = coverage.targets.filter(({ type }) => type === 'criterion' || type === 'indicator');
  const shareable = [...coverage.headings, ...criteria].map(({ ref }) => ref);
  return (
    <fieldset className={css.context} data-field="parts" tabIndex={-1}>
      <legend>{say.parts}</legend>
      {coverage.assessors.map(({ userId, name }) => {
        const at = parts.findIndex((part) => part.userId === userId);
        const part = parts[at];
        const become = (next: Part | null): void =>
          onChange(
            at < 0 ? [...parts, ...(next ? [next] : [])] : parts.flatMap((one, i) => (i === at ? (next ?? []) : one)),
          );
        const share = !part ? 'none' : part.refs.length === 0 ? 'whole' : 'some';
        const toggle = (ref: string, on: boolean): void => {
          const refs = shareable.filter((one) => (one === ref ? on : part?.refs.includes(one)));
          if (refs.length > 0) become({ userId, refs });
        };
        return (
          <div key={userId} className={css.part}>
            <Select
              name={at < 0 ? `none.${userId}` : `parts.${at}`}
              label={say.partOf(name)}
              value={share}
              onChange={({ target }) => {
                if (target.value === 'none') become(null);
                else become({ userId, refs: target.value === 'whole' ? [] : shareable.slice(0, 1) });
              }}
            >
              <option value="whole">{say.partWhole}</option>
              <option value="some">{say.partSome}</option>
              <option value="none">{say.partNone}</option>
            </Select>
            {part && share === 'some' && (
              <div className={css.shares} role="group" aria-label={say.partOf(name)}>
                {[...coverage.headings, ...criteria].map(({ ref, code, text }) => (
                  <Checkbox
                    key={ref}
                    name={`share.${userId}.${ref}`}
                    label={`${code} ${text}`}
                    checked={part.refs.includes(ref)}
                    onChange={({ target }) => toggle(ref, target.checked)}
                  />
                ))}
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
